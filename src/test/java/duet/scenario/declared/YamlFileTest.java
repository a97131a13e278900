package duet.scenario.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.scenario.InputFault;
import duet.scenario.file.FileBounds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is wrong with a declaration, its file is named, and its line where it is known.
class YamlFileTest {
  private static YamlFile file() {
    return new YamlFile(Path.of("a.duet.yaml"));
  }

  @Test
  void aMappingIsRead() throws Exception {
    assertEquals(Map.of("a", List.of("1", "b")), file().load("a: [1, b]", 0, "the file"));
    assertEquals(
        Map.of("a", List.of("1"), "b", List.of("1")),
        file().load("a: &x [1]\nb: *x", 0, "the file"));
  }

  /// Whatever YAML takes it for.
  @Test
  void textStaysWhatTheAuthorWrote() throws Exception {
    List<String> written = List.of("0.50", "1.10", "1e3", "0x1F", "007", "true", "Null", "~", "-1");
    String yaml = "a: [" + String.join(", ", written) + "]\nb:\nc: ''";
    Map<?, ?> read = file().load(yaml, 0, "the file");
    assertEquals(written, read.get("a"));
    assertNull(read.get("b"));
    assertEquals("", read.get("c"));
  }

  @Test
  void everyFaultIsToldWithItsLine(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("lesson.md"),
        """
        ---
        title: [a, {b: c}]
        scenarios:
          - name: one
            wall: [1, 2]
            kind: fast
            expect:
              prints: [ok, key: value]
              wal: [1, 2]
              wall: [3,
                2]
              never:
                - fine
                - '('
          - title: nameless
          - {name: one, knid: cpu}
        ordr: 1
        ---
        """);
    var fault =
        assertThrows(InputFault.class, () -> FrontMatter.of(folder, List.of(), FileBounds.NONE));
    String told = String.valueOf(fault.getMessage()).replace(folder + "/lesson.md:", "");
    assertEquals(
        """
        17: the front matter has no 'ordr'; did you mean order?
        2: 'title' is text, and [a, {b=c}] is not; put it in quotes
        5: one has no 'wall'; 'wall' belongs below 'expect'
        6: one: kind is 'waits' or 'cpu'
        9: 'expect' has no 'wal'; did you mean wall?
        14: pattern '(': Unclosed group
        8: a line is text, and {key=value} is not; put it in quotes
        10: 'wall' is the least and the most seconds, such as [4, 4.5]
        15: an entry of 'scenarios' has no name
        16: one has no 'knid'; did you mean kind?
        16: one is declared twice\
        """
            .lines()
            .sorted()
            .toList(),
        told.lines().sorted().toList());
    assertEquals("Fix the file and try again.", fault.next());
  }

  @Test
  void theLineIsTold(@TempDir Path folder) throws Exception {
    assertRefused("a.duet.yaml:2: expected ',' or ']'", "a: 1\nb: [c: d: e");
    Path lesson = Files.writeString(folder.resolve("lesson.md"), "---\ntitle: A\nb: [\n---\n");
    var fault =
        assertThrows(InputFault.class, () -> FrontMatter.of(folder, List.of(), FileBounds.NONE));
    assertTrue(String.valueOf(fault.getMessage()).startsWith(lesson + ":3: "), fault.getMessage());
  }

  /// The parser works on these until its stack overflows, or fails in its own ways.
  @Test
  void theParsersOwnFaultsAreTheFilesFaults() {
    for (String opening : List.of("[", "{", "- ", "? ", "{a: ")) {
      assertRefused("a.duet.yaml: its lists and mappings are nested", opening.repeat(10_000));
    }
    assertRefused(
        "a.duet.yaml: its lists and mappings are nested", "[".repeat(500) + "]".repeat(500));
    assertRefused("a.duet.yaml: it is not YAML", "a: \"\\UFFFFFFFF\"");
    assertRefused("a.duet.yaml:1: found unknown escape", "a: \"\\U00110000\"");
    assertRefused("a.duet.yaml:3: YAML does not allow this character", "a: 1\n\nb: \0");
  }

  /// What is read becomes text, patterns and copies, which must end.
  @Test
  void aliasesMakeNothingEndless() {
    assertRefused("a.duet.yaml: its lists and mappings are nested", "a: &a [*a]");
    assertRefused("a.duet.yaml: its lists and mappings are nested", "a: &a {b: {c: *a}}");
    var twofold = new StringBuilder("l0: &l0 [x]\n");
    for (int i = 1; i < 25; i++) {
      twofold.append("l%d: &l%d [*l%d, *l%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertRefused("a.duet.yaml: it declares too much", twofold.toString());
    assertRefused("a.duet.yaml: Number of aliases", "a: &a [x]\nb: [" + "*a, ".repeat(99) + "]");
    assertRefused("a.duet.yaml:2: 'a' stands there twice", "a: 1\na: 2");
    assertRefused("a.duet.yaml:1: a name is text; put it in quotes", "[a]: 1");
    assertRefused("a.duet.yaml: the file is not a mapping", "");
    String text = "a: &a " + "x".repeat(100_000) + "\nb: [" + "*a, ".repeat(1_000) + "]";
    assertRefused("a.duet.yaml: it declares too much", text);
  }

  @Test
  void aPatternIsReadOrRefused() throws Exception {
    assertEquals("a+", file().pattern("a+").pattern());
    assertEquals("(a{3}b){2,}", file().pattern("(a{3}b){2,}").pattern());
    for (String regex :
        List.of(
            "(", "a{99999999999}", "(?:){2000000}", "((?:){1000,}){1001}", "((){3,1001}){1000}")) {
      assertThrows(InputFault.class, () -> file().pattern(regex), regex);
    }
    assertThrows(InputFault.class, () -> file().pattern("(".repeat(100_000)));
    assertThrows(InputFault.class, () -> file().pattern("(".repeat(50_000) + ")".repeat(50_000)));
  }

  @Test
  void aMessageIsNotAsLongAsTheFile() {
    YamlFile file = file();
    file.checkKeys(Map.of("x".repeat(9_999), 1), List.of(), "it");
    var fault = assertThrows(InputFault.class, file::finish);
    assertTrue(String.valueOf(fault.getMessage()).length() < 400, fault.getMessage());
  }

  private static void assertRefused(String problem, String yaml) {
    var fault = assertThrows(InputFault.class, () -> file().load(yaml, 0, "the file"));
    assertTrue(String.valueOf(fault.getMessage()).startsWith(problem), fault.getMessage());
  }
}
