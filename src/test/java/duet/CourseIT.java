package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.compare.Judgement;
import duet.lane.Jit;
import duet.lane.Outcome;
import duet.run.Hosts;
import duet.run.Lanes;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.run.Run;
import duet.scenario.Catalog;
import duet.scenario.Home;
import duet.scenario.InputFault;
import duet.scenario.Kind;
import duet.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// The course plays: every scenario ends completed on both lanes, and prints the same lines on both
/// where it declares so.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourseIT {
  private final Home home = Home.find();
  private final Catalog catalog = new Catalog(home);
  private final Hosts hosts = Hosts.lasting(home);

  @Test
  void everyScenarioOfTheDesignIsThere() throws InputFault {
    assertEquals(
        new TreeSet<>(
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
                "virtual_threads")),
        scenarios().map(Scenario::name).collect(Collectors.toCollection(TreeSet::new)));
  }

  @TestFactory
  Stream<DynamicTest> everyScenarioPlaysAsDeclared() throws InputFault {
    return scenarios().map(s -> DynamicTest.dynamicTest(s.name(), () -> playsAsDeclared(s)));
  }

  @AfterAll
  void close() {
    hosts.close();
  }

  private void playsAsDeclared(Scenario scenario) throws InterruptedException {
    assertFalse(scenario.title().isEmpty(), "the lesson gives it a title");
    var options =
        new PlayOptions(
            Lanes.ALL,
            Optional.empty(),
            10,
            Jit.AUTO,
            Duration.ofMinutes(2),
            false,
            PlayOptions.MAX_LINES,
            List.of(),
            true,
            0);
    // While this one sleeps, the hosts of the next one boot; a computing one is left alone.
    var prepareNext =
        new PlayListener() {
          @Override
          public void goes(String lane) {
            if (scenario.kind() != Kind.CPU) {
              Lanes.ALL.forEach(next -> hosts.prepare(next, Jit.AUTO));
            }
          }
        };
    Play play = new Player(hosts).play(scenario, options, prepareNext);
    if (!Judgement.of(play).asExpected()) {
      // At this speed timeouts are a tenth of a second, which a busy machine may not keep.
      play = new Player(hosts).play(scenario, options, prepareNext);
    }
    assertEquals(List.of("python", "java"), play.runs().stream().map(Run::lane).toList());
    for (Run run : play.runs()) {
      assertEquals(Outcome.COMPLETED, run.outcome(), run.message());
      assertFalse(run.lines().isEmpty());
    }
    Judgement judgement = Judgement.of(play);
    assertTrue(judgement.asExpected(), () -> judgement.breaches() + " " + judgement.comparison());
  }

  private Stream<Scenario> scenarios() throws InputFault {
    return catalog.modules().stream().flatMap(module -> module.scenarios().stream());
  }
}
