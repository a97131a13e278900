package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.cli.CommandRun;
import duet.console.TestConsole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The user is the scheduler.
class StepIT {
  private static final String RACE =
      """
      int seats = 1;

      void sell() {
          if (seats > 0) {
              seats = seats - 1;
          }
      }

      void main() throws InterruptedException {
          var first = new Thread(this::sell);
          var second = new Thread(this::sell);
          first.start();
          second.start();
          first.join();
          second.join();
          IO.println("seats " + seats);
      }
      """;

  private static final String FORKS =
      """
      final Object left = new Object();
      final Object right = new Object();

      void eat(Object one, Object other) {
          synchronized (one) {
              synchronized (other) {
                  IO.println("eats");
              }
          }
      }

      void main() {
          new Thread(() -> eat(left, right)).start();
          new Thread(() -> eat(right, left)).start();
      }
      """;

  @TempDir private Path folder;

  private Path script(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  /// Both threads begin and look (`1` and `2`), then both sell.
  @Test
  void theUserSellsASeatTwice() throws Exception {
    Path script = script("Race.java", RACE);
    CommandRun run = CommandRun.on(new TestConsole().piped("0\n1122\n22\ns\n"), "step", script);
    assertEquals(0, run.status(), run::toString);
    assertTrue(run.out().contains("▸ 0 main"), run.out());
    assertTrue(run.out().contains("1 Thread-0    4  if (seats > 0) { → 1"), run.out());
    assertTrue(run.out().contains("2 Thread-1    4  if (seats > 0) { → 1"), run.out());
    assertTrue(run.out().contains("seats -1"), run.out());
    String token = run.out().substring(run.out().lastIndexOf("duet replay "));
    CommandRun again = CommandRun.of("replay", token.split(" ")[2], script);
    assertTrue(again.out().contains("seats -1"), again::toString);
  }

  @Test
  void aThreadThatWaitsIsNotChosenAndADeadlockIsTheEnd() throws Exception {
    Path script = script("Forks.java", FORKS);
    CommandRun run = CommandRun.on(new TestConsole().piped("0\n1122\n2\n9\nx\n"), "step", script);
    assertEquals(1, run.status(), run::toString);
    assertTrue(run.out().contains("The end"), run.out());
    assertTrue(run.out().contains("deadlock (forbidden)"), run.out());
    assertTrue(run.out().contains("Nobody can go on: "), run.out());
  }

  @Test
  void stepsAreTakenBackAndAFailureIsFound() throws Exception {
    Path script = script("Race.java", RACE);
    var console = new TestConsole().terminal(100).interactive("1", "u", "u", "?", "f", "", "w");
    CommandRun run = CommandRun.on(console, "step", script, "--color", "never");
    assertEquals(0, run.status(), run::toString);
    assertTrue(run.out().contains("This is the first choice."), run.out());
    assertTrue(run.out().contains("takes a step back"), run.out());
    assertTrue(run.out().contains("ends with 'seats -1'"), run.out());
    assertTrue(run.out().lines().allMatch(line -> line.length() <= 100), run.out());
  }

  @Test
  void aFolderOfScriptsIsTooMuch() throws Exception {
    script("Race.java", RACE);
    script("Forks.java", FORKS);
    CommandRun run = CommandRun.of("step", folder, "--lane", "java");
    assertEquals(2, run.status(), run::toString);
    assertTrue(run.err().contains("plays one script"), run.err());
    assertFalse(run.err().contains("bug"), run.err());
  }

  @Test
  void controlCLeavesATerminal() throws Exception {
    Path script = script("Race.java", RACE);
    String command = "'" + Duet.LAUNCHER + "' step '" + script.getFileName() + "'";
    try (Window window = Window.open(90, 30, folder, Map.of(), command)) {
      window.await("who goes on? 0/1").enter("0").await("who goes on? 1/2");
      window.type("\u0003");
      assertEquals(0, window.awaitEnd(), window.all());
    }
  }
}
