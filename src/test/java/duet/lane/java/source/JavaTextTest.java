package duet.lane.java.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class JavaTextTest {
  @Test
  void commentsAndStringsHaveNoWords() {
    var text =
        JavaText.of(
            "/* A */ int b; // C\n"
                + "String d = \"E \\\" F\"; char g = '\"'; /** H **/ int i; \"\"\"\n"
                + " J\"\"\" k");
    assertEquals(Set.of("int", "b", "String", "d", "char", "g", "i", "k"), text.words());
    assertTrue(text.quoted().contains("E \\\" F"), text.quoted().toString());
  }

  @Test
  void thePackageIsFoundBehindCommentsAndAnnotations() {
    assertEquals(
        "a.b",
        JavaText.of("/* package x; */ @Deprecated package a . b ; class C {}").packageName());
    assertEquals("", JavaText.of("class C { String s = \"package x;\"; }").packageName());
  }

  @Test
  void mainIsAMethodThatReturnsNothing() {
    assertTrue(JavaText.of("void main() {}").hasMain());
    assertTrue(JavaText.of("public static void\n main (String... a) {}").hasMain());
    assertFalse(JavaText.of("// void main()\nint main() {}").hasMain());
    assertFalse(JavaText.of("\"void main()\" void mainly() {}").hasMain());
  }

  @Test
  void whatEndsTooEarlyIsRead() {
    for (String text :
        new String[] {"", "\"", "'", "/*", "//", "\"\"\"", "\"\\", "package", "void main("}) {
      var _ = JavaText.of(text);
    }
  }
}
