package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import duet.lane.builtin.BuiltInLanes;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.ThreadState;
import duet.program.TestContext;
import duet.run.PlayListener;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.run.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Scripts try to change what is told of them, and are not believed. Those in
/// `src/test/resources/forgery` make many attempts in one play, and print what came of each.
class ForgeryIT {
  private static final Path ATTEMPTS = Duet.ROOT.resolve("src/test/resources/forgery");
  private static final double COMPUTED = 0.1;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> whatJavaScriptsTry() throws Exception {
    Run run = completed(played("attempts.java"));
    return Stream.concat(
        refused(run),
        Stream.of(
            dynamicTest(
                "computing as a compiler thread",
                () -> assertTrue(computed(run, "C1 CompilerThread0") > COMPUTED)),
            dynamicTest(
                "all that was computed in disguise is the script's",
                () -> assertTrue(run.usage().cpu().orElseThrow() > 8 * COMPUTED, run.usage() + "")),
            dynamicTest(
                "a thread that never was",
                () -> assertTrue(run.states().stream().noneMatch(isOf("never")))),
            dynamicTest(
                "computing as a thread of Duet",
                () -> assertTrue(computed(run, "duet-pipe") > COMPUTED)),
            dynamicTest(
                "a thread that lies about its state",
                () -> assertTrue(computed(run, "liar") > COMPUTED)),
            dynamicTest(
                "a sleep that was none",
                () -> assertEquals(0, seconds(run, "as if asleep", EnumSet.of(ThreadState.SLEEP)))),
            dynamicTest(
                "printing as main",
                () -> assertTrue(tid(run, "as main"::equals) != tid(run, ForgeryIT::isAttempt))),
            dynamicTest(
                "a thread that nobody waits for",
                () -> assertEquals("the last line", run.lines().getLast().text()))));
  }

  @TestFactory
  Stream<DynamicTest> whatPythonScriptsTry() throws Exception {
    Run run = completed(played("attempts.py"));
    long main = tid(run, ForgeryIT::isAttempt);
    double begin = line(run, "begin"::equals).seconds();
    return Stream.concat(
        refused(run),
        Stream.of(
            dynamicTest(
                "the attempts find what they change",
                () -> assertEquals(main, tid(run, "found True True True"::equals))),
            dynamicTest(
                "a line of a thread that never was",
                () -> assertEquals(main, tid(run, "as nobody"::equals))),
            dynamicTest(
                "a line of another thread",
                () -> assertEquals(main, tid(run, "as helper"::equals))),
            dynamicTest(
                "a line of another time",
                () -> assertTrue(line(run, "as nobody"::equals).seconds() >= begin)),
            dynamicTest(
                "an unfinished line of a thread that never was",
                () -> assertEquals(Set.of(main), tids(run))),
            dynamicTest(
                "another name for main",
                () ->
                    assertEquals(
                        Set.of("main"),
                        run.lines().stream().map(Line::thread).collect(Collectors.toSet()))),
            dynamicTest(
                "a remark of Duet's",
                () ->
                    assertTrue(
                        run.lines().stream().noneMatch(l -> l.stream() == OutputChannel.NOTE))),
            dynamicTest(
                "a sleep that was none", () -> assertTrue(computed(run, "compute") > COMPUTED)),
            dynamicTest(
                "a thread that ended before it did",
                () -> assertTrue(computed(run, "as_if_ended") > COMPUTED))));
  }

  /// Two scripts that share a host share nothing else.
  @Test
  void whatAnotherScriptPrints() throws Exception {
    completed(
        played(
            """
            Thread.ofPlatform().daemon().name("duet-late").start(() -> {
              while (true) {
                IO.println("forged");
              }
            });
            System.out.flush();
            if (true) return;
            """));
    Run next = completed(played("Thread.sleep(300); if (true) return;"));
    assertEquals(List.of("before"), next.lines().stream().map(Line::text).toList());
  }

  /// What ends the main program is Java's to know.
  @ParameterizedTest
  @CsvSource({"uncaught.java, Silent", "uncaught.py, ValueError: forged"})
  void anUncaughtExceptionThatShallNotCount(String script, String told) throws Exception {
    Run run = played(script);
    assertEquals(Outcome.FAILED, run.outcome(), run.toString());
    assertTrue(run.message().contains("uncaught in thread main"), run.message());
    assertTrue(run.message().contains(told), run.message());
    assertTrue(run.lines().stream().anyMatch(line -> line.text().equals("all is well")));
  }

  @ParameterizedTest
  @CsvSource({"pipe.java", "pipe.py"})
  void anEndThatTheScriptReports(String script) throws Exception {
    lost(played(script));
  }

  /// It has the form of a tag, and it is the next line.
  @Test
  void aTagThatIsGuessed() throws Exception {
    lost(
        played(
            """
            write(4, "0123456789abcdef{\\"kind\\":\\"outcome\\",\\"outcome\\":\\"completed\\"}\\n");
            """));
  }

  /// The pipe has no end for it, and the front end's memory has one.
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aFloodWithoutAnEnd() throws Exception {
    lost(
        played(
            """
            for (int i = 0; i < 100_000; i++) {
              write(4, "x".repeat(1 << 20));
            }
            """));
  }

  /// Whoever reads a pipe takes out what he reads: here, some of the lines.
  @Test
  void aLineThatIsTakenOut() throws Exception {
    lost(
        played(
            """
            var pipe = new java.io.FileInputStream("/proc/self/fd/4");
            Thread.ofPlatform().daemon().start(() -> {
              while (true) {
                IO.println("a line that may be missing");
              }
            });
            pipe.read(new byte[100]);
            """));
  }

  @Test
  void anOrderThatTheScriptGives() throws Exception {
    Run run = played("write(3, \"{\\\"kind\\\":\\\"again\\\"}\\n\");");
    assertEquals(Outcome.CRASHED, run.outcome(), run.toString());
    assertTrue(run.message().contains("wrote into the pipe with its orders"), run.message());
  }

  /// A script that writes into both pipes is found out at one of them first.
  private static void lost(Run run) {
    assertEquals(Outcome.CRASHED, run.outcome(), run.message());
    assertTrue(run.message().contains("wrote into the pipe "), run.message());
  }

  private static Stream<DynamicTest> refused(Run run) {
    return run.lines().stream()
        .map(Line::text)
        .filter(ForgeryIT::isAttempt)
        .map(text -> dynamicTest(text, () -> assertTrue(text.contains(": refused: "), text)));
  }

  private static boolean isAttempt(String text) {
    return text.matches("[^:]+: (refused|got in): .*");
  }

  private static Line line(Run run, Predicate<String> text) {
    return run.lines().stream().filter(line -> text.test(line.text())).findFirst().orElseThrow();
  }

  private static long tid(Run run, Predicate<String> text) {
    return line(run, text).tid();
  }

  private static Set<Long> tids(Run run) {
    return run.lines().stream().map(Line::tid).collect(Collectors.toSet());
  }

  /// How long a thread ran or would have, if it had had a core.
  private static double computed(Run run, String thread) {
    return seconds(
        run, thread, EnumSet.of(ThreadState.RUNNING, ThreadState.READY, ThreadState.GIL));
  }

  private static double seconds(Run run, String thread, Set<ThreadState> what) {
    return run.states().stream()
        .filter(state -> state.thread().equals(thread) && what.contains(state.state()))
        .mapToDouble(State::seconds)
        .sum();
  }

  private static Predicate<State> isOf(String thread) {
    return state -> state.thread().equals(thread);
  }

  private static Run completed(Run run) {
    assertEquals(Outcome.COMPLETED, run.outcome(), run.message() + run.lines());
    return run;
  }

  /// Plays a script of the folder, or what `main` of a Java script does after it has printed a
  /// line.
  private Run played(String script) throws Exception {
    Path file = folder.resolve(script.contains(";") ? "attempt.java" : script);
    if (script.contains(";")) {
      Files.writeString(file, written(script));
    } else {
      Files.copy(ATTEMPTS.resolve(script), file);
    }
    PlayOptions options = Plays.options().toBuilder().timeout(Duration.ofSeconds(30)).build();
    return new Player(TestContext.hosts())
        .play(
            BuiltInLanes.lanes().scripts().scenarios(List.of(file)).getFirst(),
            options,
            new PlayListener() {})
        .runs()
        .getFirst();
  }

  private static String written(String statements) {
    return """
    void write(int descriptor, String text) throws Exception {
      java.nio.file.Files.writeString(
          java.nio.file.Path.of("/proc/self/fd/" + descriptor),
          text,
          java.nio.file.StandardOpenOption.WRITE);
    }

    void main() throws Exception {
      IO.println("before");
    %s
      Thread.sleep(20_000);
    }
    """
        .formatted(statements);
  }
}
