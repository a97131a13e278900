package duet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import duet.console.TestConsole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands that play nothing, on a console that keeps what they print.
class CommandsTest {
  private static final String ESCAPE = "\u001b[";

  @Test
  void everyScenarioIsListedInItsModule() {
    CommandRun run = CommandRun.of("list");
    assertEquals(ExitCode.OK, run.status(), run::toString);
    assertEquals("", run.err());
    assertTrue(run.out().indexOf("01-threads") < run.out().indexOf("thread_function"), run.out());
    assertTrue(run.out().indexOf("thread_function") < run.out().indexOf("02-"), run.out());
  }

  @Test
  void theJsonListIsOneScenarioALine() {
    List<JsonObject> lines =
        CommandRun.of("list", "--json")
            .out()
            .lines()
            .map(line -> JsonParser.parseString(line).getAsJsonObject())
            .toList();
    assertTrue(lines.size() > 20, () -> lines.size() + " lines");
    for (JsonObject line : lines) {
      assertEquals(Set.of("kind", "module", "name", "title", "plays", "lanes"), line.keySet());
      assertEquals("scenario", line.get("kind").getAsString());
    }
  }

  @Test
  void aPipeGetsNoColoursAndATerminalDoes() {
    assertFalse(CommandRun.of("list").out().contains(ESCAPE));
    assertTrue(CommandRun.of("list", "--color", "always").out().contains(ESCAPE));
    var terminal = new TestConsole().terminal(100);
    assertTrue(CommandRun.on(terminal, "list").out().contains(ESCAPE));
    assertFalse(CommandRun.on(terminal, "list", "--color", "never").out().contains(ESCAPE));
    var plain = new TestConsole(Map.of("NO_COLOR", "1")).terminal(100);
    assertFalse(CommandRun.on(plain, "list").out().contains(ESCAPE));
    var forced = new TestConsole(Map.of("CLICOLOR_FORCE", "1"));
    assertTrue(CommandRun.on(forced, "list").out().contains(ESCAPE));
  }

  @Test
  void sourcesStandSideBySideWhereThereIsRoom() {
    var wide = new TestConsole(Map.of("NO_COLOR", "1")).terminal(160);
    CommandRun run = CommandRun.on(wide, "show", "lock");
    assertEquals(ExitCode.OK, run.status(), run::toString);
    String title = run.out().lines().findFirst().orElseThrow();
    assertTrue(title.contains("lock.py") && title.contains("lock.java"), title);
    String stacked = CommandRun.of("show", "lock").out();
    assertTrue(
        stacked.lines().noneMatch(l -> l.contains("lock.py") && l.contains("lock.java")), stacked);
  }

  @Test
  void exercisesAndFilesAreShownToo(@TempDir Path folder) throws Exception {
    assertTrue(CommandRun.of("show", "overlap").out().contains("overlap.java"));
    Path file = Files.writeString(folder.resolve("Mine.java"), "void main() { /* mine */ }");
    CommandRun run = CommandRun.of("show", file, "lock");
    assertTrue(run.out().contains("/* mine */") && run.out().contains("lock.py"), run::toString);
  }

  @Test
  void aScriptIsShownInItsOwnEncoding(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("old.py");
    Files.write(file, "# coding: latin-1\nprint('\u00e9')\n".getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(CommandRun.of("show", file).out().contains("print('\u00e9')"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "show", "run", "batch", "report", "learn", "check", "new"})
  void everyCommandTellsAboutItself(String command) {
    CommandRun run = CommandRun.of(command, "--help");
    assertEquals(ExitCode.OK, run.status(), run::toString);
    assertTrue(run.out().startsWith("Usage: duet " + command), run.out());
    assertEquals(run.out(), CommandRun.of("help", command).out());
  }

  @Test
  void helpIsAsWideAsTheTerminal() {
    CommandRun run = CommandRun.on(new TestConsole().terminal(60), "run", "--help");
    assertTrue(run.out().lines().allMatch(line -> line.length() <= 60), run.out());
  }

  /// What it says is on the error output, and nothing else is printed.
  @ParameterizedTest
  @CsvSource({
    "2, Unknown option: '--jsno', list --jsno",
    "2, Unmatched argument, lst",
    "2, Missing required parameter, show",
    "2, no scenario, show no_such_scenario",
    "2, --speed must be a number, run lock --speed 0",
    "2, --speed must be a number, run lock --speed NaN",
    "2, --speed must be a number, batch scripts --speed 1e999",
    "2, from 1 to 100000, run lock --repeat -3",
    "2, from 1 to 100000, run lock --repeat 1000000000",
    "2, not a whole number, run lock --repeat 99999999999",
    "2, from 1 to 100000, 'run cpu_bound --sweep 1,1000000000'",
    "2, too long, run lock --timeout 99999999999999999999s",
    "2, too short, check scripts --timeout 0",
    "2, --max-lines must be a number, run lock --max-lines 2000000000",
    "2, option '--speed': 'never' is not a number, run lock --speed never",
    "2, option '--repeat': 'many' is not a whole number, run lock --repeat many",
    "2, there is no file or folder no/dir, run no/dir/",
    "2, there is no file or folder /no/dir, run /no/dir",
    "2, cannot be read: it does not exist, run lock --stdin no-such-file",
    "2, there is no library no.jar, run lock --class-path no.jar",
    "2, there is no library no, run lock --class-path no/*",
    "2, --jobs must be a number, batch scripts --jobs 0",
    "2, --course needs --grade, batch scripts --course scripts",
    "5, there is nothing to play, batch src/main/java --include nothing_like_it",
  })
  void whatIsWrongIsReported(int status, String problem, String line) {
    CommandRun run = CommandRun.of((Object[]) line.split(" "));
    assertEquals(status, run.status(), run::toString);
    assertTrue(run.err().contains(problem), run::toString);
    assertEquals("", run.out());
  }

  /// The name of a file is text, wherever it is told.
  @Test
  void errorsHaveNoControlCharacters(@TempDir Path folder) {
    CommandRun run = CommandRun.of("run", folder.resolve("x\u001b[2J\ny\u202e.py"));
    assertEquals(ExitCode.USAGE, run.status(), run::toString);
    assertEquals(2, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("x␛[2J␊y\ufffd.py"), run.err());
  }

  @Test
  void aNewModuleIsLaidOutAndNamed(@TempDir Path folder) {
    CommandRun run = CommandRun.of("new", "module", folder.resolve("01-first"));
    assertEquals(ExitCode.OK, run.status(), run::toString);
    assertTrue(run.out().contains("'duet check "), run.out());
    assertTrue(Files.exists(folder.resolve("01-first/lesson.md")), run.out());
  }

  /// Nobody is there to ask, so a lesson is printed and nothing is played.
  @Test
  void aLessonIsPrintedIntoAPipe() {
    CommandRun run = CommandRun.of("learn", "01");
    assertEquals(ExitCode.OK, run.status(), run::toString);
    assertTrue(run.out().lines().count() > 20, run.out());
    assertEquals("", run.err());
  }
}
