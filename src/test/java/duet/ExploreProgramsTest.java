package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The small programs with a bug are complete: each has both languages, a version without the bug,
/// the same declaration for both versions, and a row in the table of the README.
class ExploreProgramsTest {
  static final Path FOLDER = Duet.ROOT.resolve("src/test/resources/explore");
  static final Path BUGGY = FOLDER.resolve("buggy");
  static final Path FIXED = FOLDER.resolve("fixed");
  private static final List<String> SCRIPTS = List.of(".py", ".java");
  private static final String DECLARATION = ".duet.yaml";

  /// The names of all programs, in the order of the alphabet.
  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(BUGGY)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\..*", ""))
          .distinct()
          .sorted()
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> eachIsComplete() throws IOException {
    return names().stream().map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
  }

  @Test
  void theReadmeNamesAllOfThem() throws IOException {
    String text = Files.readString(FOLDER.resolve("README.md"));
    assertEquals(
        new TreeSet<>(names()),
        Pattern.compile("(?m)^\\| `(\\w+)` \\|")
            .matcher(text)
            .results()
            .map((MatchResult row) -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new)));
    assertTrue(text.contains(names().size() + " programs"), "the number of programs");
  }

  @Test
  void thereIsNothingElse() throws IOException {
    for (Path folder : List.of(BUGGY, FIXED)) {
      try (Stream<Path> files = Files.list(folder)) {
        assertEquals(names().size() * 3L, files.count(), folder.toString());
      }
    }
  }

  private static void check(String name) throws IOException {
    for (String suffix : SCRIPTS) {
      String buggy = Files.readString(BUGGY.resolve(name + suffix));
      String fixed = Files.readString(FIXED.resolve(name + suffix));
      assertNotEquals(code(buggy), code(fixed), suffix);
      assertFalse(fixed.contains("sleep("), name + suffix + " is right only because it sleeps");
    }
    assertEquals(
        Files.readString(BUGGY.resolve(name + DECLARATION)),
        Files.readString(FIXED.resolve(name + DECLARATION)));
  }

  /// The script without its comments.
  private static String code(String script) {
    return script.replaceAll("(?m)^(#|//) .*\n", "");
  }
}
