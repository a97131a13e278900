package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every command of the REPL shows, at two widths, compared with files in
/// `src/test/resources/screens`. `mvn verify -Dit.test=ReplScreensIT -Dscreens=write` writes those
/// anew. Times, versions and places are masked.
@Timeout(150)
@Order(6)
class ReplScreensIT {
  private static final Path GOLDEN = Path.of("src/test/resources/screens");
  private static final boolean WRITE = "write".equals(System.getProperty("screens"));

  private static final List<String> COMMANDS =
      List.of(
          "set timeline off",
          "help",
          "help run",
          "help log",
          "help py",
          "list",
          "show join_timeout",
          "run hello.py",
          "run nowhere.py",
          "again --speed 2",
          "edit virtual_threads --help",
          "reset join_timeout",
          "log nothing like it",
          "save out.jsonl",
          "set",
          "set speed 10",
          "set speed never",
          "set keys",
          "history speed",
          "page list",
          "load join_timeout",
          "py 6 * 7",
          "py 1 / 0",
          "java \"n\" + 1",
          "java int n = m;",
          "java void f() { throw new IllegalStateException(\"no\"); }",
          "java f()",
          "time py sum(range(10))",
          "timeit java IntStream.range(0, 1000).sum()",
          "both --help",
          "exti");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {80, 140})
  void everyCommandLooksAsItShould(int columns) throws Exception {
    assumeTrue(columns == 80 || WRITE || Duet.THOROUGH);
    Files.writeString(folder.resolve("hello.py"), "print('hello')\n");
    var environment = Map.of("XDG_STATE_HOME", folder.resolve("state").toString(), "PAGER", "cat");
    String seen;
    try (Window window = Window.open(columns, 24, folder, environment, "'" + Duet.LAUNCHER + "'")) {
      window.awaitPrompt("duet>");
      for (String command : COMMANDS) {
        window.enter(command).awaitPrompt("duet>");
      }
      seen = masked(window.all());
    }
    Path golden = GOLDEN.resolve("repl-" + columns + ".txt");
    if (WRITE) {
      Files.writeString(golden, seen + "\n");
    }
    assertEquals(Files.readString(golden), seen + "\n");
  }

  private String masked(String text) {
    return text.replaceAll("GraalPy \\S+ · Python \\S+ · \\w+ *", "GraalPy")
        .replaceAll("OpenJDK [\\d.]+", "OpenJDK")
        .replaceAll("(?m)^[\\d.]+ [nµm]?s a time: .*", "(times)")
        // A busy machine may make a play long enough for this sentence:
        .replaceAll("(?s)\n\n Python computed for.{1,90}rest\\s+was\\s+waiting\\.", "")
        .replaceAll("\\d+\\.\\d{2,3}", "#");
  }
}
