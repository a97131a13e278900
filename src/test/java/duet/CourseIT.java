package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.compare.ScenarioResult;
import duet.log.LogReader;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.Run;
import duet.scenario.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// The course is sound: every scenario ends as it declares on both lanes, and so does the notebook
/// that it comes from; every exercise can be solved and is not solved yet; lessons say what is so.
@Isolated // what it plays is judged by the clock, and played again where that was busy
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourseIT {
  private static final Set<String> SCENARIOS =
      Set.of(
          "thread_function",
          "thread_callable",
          "thread_subclass",
          "start_then_join",
          "join_timeout",
          "single_thread",
          "many_threads",
          "producer_consumer",
          "lock",
          "rlock",
          "semaphore",
          "bounded_semaphore",
          "condition",
          "event",
          "timer",
          "executor_map",
          "as_completed",
          "progress_bar",
          "process_pool",
          "cpu_bound",
          "io_bound",
          "lost_update",
          "switch_interval",
          "virtual_threads");
  private static final String NOTEBOOK = "threading";

  private final List<Play> plays = new ArrayList<>();

  /// At this speed timeouts are a tenth of a second, which a busy machine may not keep: hence the
  /// further attempts.
  @BeforeAll
  void playAll(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("course.jsonl");
    Duet check = Duet.run("check", "scripts", "--speed", 10, "--retry", 2, "--log", log);
    assertEquals(0, check.status(), check.out() + check.err());
    assertTrue(check.out().contains("12 lessons, 25 scenarios, 12 exercises"), check.out());
    LogReader.tell(
        log,
        _ ->
            new PlayListener() {
              @Override
              public void finished(Play play) {
                if (!play.scenario().module().contains("/")) { // no exercise, no code of a lesson
                  plays.add(play);
                }
              }
            });
  }

  @Test
  void everyScenarioOfTheDesignIsThere() {
    var names = new TreeSet<>(SCENARIOS);
    names.add(NOTEBOOK);
    var played = new TreeSet<String>();
    plays.forEach(play -> played.add(play.scenario().name()));
    assertEquals(names, played);
  }

  /// A scenario that computes has the machine to itself, so it waits until the others are done;
  /// what is measured once more comes later.
  @Test
  void whatComputesIsPlayedAlone() {
    var seen = new HashSet<String>();
    List<Kind> kinds =
        plays.stream()
            .filter(play -> seen.add(play.scenario().path()))
            .map(play -> play.scenario().kind())
            .toList();
    assertTrue(kinds.indexOf(Kind.CPU) > kinds.lastIndexOf(Kind.WAITS), kinds::toString);
  }

  @TestFactory
  Stream<DynamicTest> everyScenarioPlaysAsDeclared() {
    var seen = new HashSet<String>();
    return plays.reversed().stream() // the last attempt of each
        .filter(play -> seen.add(play.scenario().path()))
        .map(play -> DynamicTest.dynamicTest(play.scenario().name(), () -> isAsDeclared(play)));
  }

  private static void isAsDeclared(Play play) {
    assertTrue(
        ScenarioResult.of(play, 1).standing().isGood(),
        () -> ScenarioResult.of(play, 1).toString());
    boolean isNotebook = play.scenario().name().equals(NOTEBOOK);
    assertEquals(
        isNotebook ? List.of("python") : List.of("python", "java"),
        play.runs().stream().map(Run::lane).toList());
    play.runs().forEach(run -> assertFalse(run.lines().isEmpty()));
    assertEquals(isNotebook, play.scenario().title().isEmpty(), "the lesson gives it a title");
  }
}
