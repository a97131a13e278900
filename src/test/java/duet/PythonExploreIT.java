package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Python scripts are explored, on the embedded Python and on one of this machine.
class PythonExploreIT {
  private static final String LOST =
      """
      import threading
      counter = 0
      def one_more(number):
          return number + 1
      def work():
          global counter
          counter = one_more(counter)
      threads = [threading.Thread(target=work) for _ in range(2)]
      for t in threads: t.start()
      for t in threads: t.join()
      print('counter', counter)
      """;

  private static final String FORKS =
      """
      import threading
      left, right = threading.Lock(), threading.Lock()
      def eat(first, second):
          with first:
              with second: print('eats')
      threads = [threading.Thread(target=eat, args=(left, right)),
                 threading.Thread(target=eat, args=(right, left))]
      for t in threads: t.start()
      for t in threads: t.join()
      """;

  @TempDir static Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"python", "cpython"})
  void aLostUpdateIsFoundAndReplayed(String lane) throws IOException {
    assumeThereIs(lane);
    Path script = script("lost.py", LOST);
    Duet explored = explore(script, lane);
    assertTrue(explored.out().contains("counter 1"), explored.out());
    String token = token(explored, lane);
    Duet first = Duet.run("replay", token, script);
    assertTrue(first.out().contains("counter 1"), first.out());
    assertEquals(first.out(), Duet.run("replay", token, script).out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"python", "cpython"})
  void aDeadlockNamesWhoHoldsWhat(String lane) throws IOException {
    assumeThereIs(lane);
    Duet explored = explore(script("forks.py", FORKS), lane);
    assertTrue(explored.out().contains("waits for Lock right"), explored.out());
    assertTrue(explored.out().contains("held by Thread-2"), explored.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"python", "cpython"})
  void withALockNothingIsLost(String lane) throws IOException {
    assumeThereIs(lane);
    String locked =
        LOST.replace("counter = 0\n", "counter = 0\nlock = threading.Lock()\n")
            .replace("    counter = one", "    with lock: counter = one");
    Duet explored = explore(script("locked.py", locked), lane);
    assertEquals(0, explored.status(), explored.out());
    assertTrue(!explored.out().contains("counter 1"), explored.out());
  }

  @Test
  void plusEqualsLosesOnlyWhereTheLanguageAloneDecides() throws IOException {
    Path script = script("plus.py", LOST.replace("counter = one_more(counter)", "counter += 1"));
    assertTrue(!explore(script, "python").out().contains("counter 1"));
    Duet any = Duet.run("explore", script, "--lanes", "python", "--switches", "any");
    assertTrue(any.out().contains("counter 1"), any.out());
  }

  @Test
  void whatCannotBeScheduledIsNamed() throws IOException {
    Duet explored = explore(script("processes.py", "import multiprocessing\n"), "python");
    assertTrue(explored.out().contains("processes (multiprocessing)"), explored.out());
    assertEquals(1, explored.status(), "no result is no success");
  }

  @Test
  void whatDoesNotCompileIsTold() throws IOException {
    Duet explored = explore(script("wrong.py", "print('a'\n"), "python");
    assertTrue(
        (explored.out() + explored.err()).contains("wrong.py:1: SyntaxError"), explored.out());
  }

  private static Duet explore(Path script, String lane) {
    return Duet.run("explore", script, "--lanes", lane, "--schedules", "150");
  }

  private static String token(Duet explored, String lane) {
    Matcher found =
        Pattern.compile("duet replay (" + lane + "\\.[0-9a-f.-]+)").matcher(explored.out());
    assertTrue(found.find(), explored.out());
    return found.group(1);
  }

  private static void assumeThereIs(String lane) {
    boolean isThere =
        lane.equals("python")
            || List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .anyMatch(path -> Files.isExecutable(Path.of(path, "python3")));
    assumeTrue(isThere, "there is no python3");
  }

  private static Path script(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
