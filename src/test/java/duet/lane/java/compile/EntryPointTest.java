package duet.lane.java.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.host.Guest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Scripts are compiled and started in this JVM, and say in a system property what was called.
class EntryPointTest {
  /// What the script named `Main.java` passes to the property `said`.
  private static String started(String text) throws Exception {
    Compilation compilation = Compilation.of(JavaProgram.of(Path.of("Main.java"), text));
    var loader = new ScriptLoader(compilation.classes(), 1);
    System.clearProperty("said");
    try {
      EntryPoint.in(loader, "Main.java", compilation).call(List.of("x"));
    } catch (Guest.Rejection e) {
      throw e;
    } catch (Throwable thrown) {
      throw new AssertionError(thrown);
    }
    return System.getProperty("said");
  }

  private static void assertStarts(String said, String text) throws Exception {
    assertEquals(said, started(text.replace("SAY(", "System.setProperty(\"said\", ")), text);
  }

  private static void assertRefused(String why, String text) {
    var refused = assertThrows(Guest.Rejection.class, () -> started(text), text);
    assertTrue(refused.explanation().contains(why), refused.explanation());
  }

  @Test
  void theFirstClassWithAMainMethodStarts() throws Exception {
    assertStarts("a", "class A { public static void main(String[] a) { SAY(\"a\"); } }");
    assertStarts(
        "a",
        """
        class A { void main() { SAY("a"); } }
        class Main { public static void main(String[] a) { SAY("main"); } }
        """);
  }

  @Test
  void orElseTheClassThatIsCalledLikeTheFile() throws Exception {
    for (String first :
        List.of("class H { int n; }", "interface H {}", "enum H { X }", "record H(int n) {}")) {
      assertStarts("main", first + " class Main { void main() { SAY(\"main\"); } }");
    }
    assertStarts(
        "p.Main",
        "package p; class H {} class Main { void main() { SAY(getClass().getName()); } }");
  }

  @Test
  void noOtherClassStarts() {
    assertRefused(
        "Put Other first, or rename the file to Other.java",
        "class H {} class Other { void main() {} }");
  }

  @Test
  void argumentsComeFirstAndPrivateMethodsDoNotCount() throws Exception {
    assertStarts("x", "void main() { SAY(\"\"); } static void main(String[] a) { SAY(a[0]); }");
    assertStarts("y", "private static void main(String[] a) {} void main() { SAY(\"y\"); }");
    assertStarts("y", "static int main(String[] a) { return 1; } void main() { SAY(\"y\"); }");
    assertRefused("is private", "class Main { private static void main(String[] a) {} }");
    assertRefused("returns a value", "class Main { static int main() { return 1; } }");
    assertRefused("there is no main method to start. Add one", "class Main { int n; }");
  }

  /// An object of the class that declares the method is made, as by `java FILE`.
  @Test
  void mainIsInherited() throws Exception {
    assertStarts(
        "Base",
        """
        class Main extends Base {}
        class Base { void main() { SAY(getClass().getName()); } }
        """);
    assertStarts(
        "static",
        """
        class Main extends Base {}
        class Base { static void main(String[] a) { SAY("static"); } }
        """);
    assertRefused(
        "an interface", "class Main implements M {} interface M { default void main() {} }");
    assertRefused(
        "only M has a main method",
        "class Main implements M {} interface M { static void main() {} }");
  }

  @Test
  void everyKindOfClassMayHaveIt() throws Exception {
    assertStarts("i", "interface Main { static void main(String[] a) { SAY(\"i\"); } }");
    assertStarts("e", "enum Main { X; static void main() { SAY(\"e\"); } }");
    assertStarts("r", "record Main() { void main() { SAY(\"r\"); } }");
    assertStarts("c", "class Main { private Main() {} void main() { SAY(\"c\"); } }");
  }

  @Test
  void anObjectThatCannotBeMadeIsExplained() {
    assertRefused("has no constructor without parameters", "enum Main { X; void main() {} }");
    assertRefused(
        "has no constructor without parameters", "class Main { Main(int n) {} void main() {} }");
    assertRefused("is abstract", "abstract class Main { void main() {} }");
  }

  @Test
  void aFileWithoutAClassIsExplained() {
    assertRefused("there is no class in this file", "// nothing");
  }
}
