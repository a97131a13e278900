package duet.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.clock.TestClock;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import duet.scenario.Expectations;
import duet.scenario.Grade;
import duet.scenario.ResultRule;
import duet.scenario.Scenario;
import duet.scenario.Scenarios;
import duet.scenario.SeriesDeclaration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Exploring a program that loses updates.
class ExplorerTest {
  private static final Scenario DECLARED =
      Scenarios.of(
          Expectations.NONE,
          new SeriesDeclaration(
              List.of(),
              List.of(
                  new ResultRule("sum", Pattern.compile("= 2"), "kept", Grade.ACCEPTABLE),
                  new ResultRule("sum", Pattern.compile("= 1"), "lost", Grade.FORBIDDEN))));

  private final TestClock clock = new TestClock();

  private Exploration explore(ScheduleSource program, String strategy, long seed, int schedules) {
    return explore(program, strategy, seed, schedules, DECLARED);
  }

  private Exploration explore(
      ScheduleSource program, String strategy, long seed, int schedules, Scenario scenario) {
    return new Explorer(
            program,
            Strategies.of(strategy, seed).orElseThrow(),
            new Judge(scenario, "java", List.of()),
            new Budget(schedules, Duration.ofSeconds(20)),
            clock,
            (_, _) -> {})
        .explore("java", "5c3e9a");
  }

  private static Finding lost(Exploration explored) {
    return explored.findings().stream()
        .filter(one -> one.result().text().equals("lost"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theUsualStrategyFindsItWithinFiveSchedules() {
    var firsts = new ArrayList<Integer>();
    for (int seed = 1; seed <= 20; seed++) {
      firsts.add(lost(explore(new FakeProgram(), Strategies.MIXED, seed, 100)).first());
    }
    firsts.sort(null);
    assertTrue(firsts.get(10) <= 5, firsts.toString());
  }

  @Test
  void theSameSeedPlaysTheSameSchedules() {
    var first = new FakeProgram();
    var second = new FakeProgram();
    var other = new FakeProgram();
    explore(first, Strategies.MIXED, 7, 200);
    explore(second, Strategies.MIXED, 7, 200);
    explore(other, Strategies.MIXED, 8, 200);
    assertEquals(first.played(), second.played());
    assertNotEquals(first.played(), other.played());
  }

  @Test
  void noMoreSchedulesArePlayedThanWereAskedFor() {
    assertEquals(37, explore(new FakeProgram(), "random", 1, 37).played());
  }

  @Test
  void withoutPreemptionsNothingIsLostAndThatIsAll() {
    Exploration all = explore(new FakeProgram(), "bound:0", 1, 1_000);
    assertEquals(1, all.played());
    assertEquals(1, all.findings().size());
    assertTrue(all.covered().contains("no thread loses its turn"), all.covered());
  }

  @Test
  void everyScheduleWithOnePreemptionIsPlayedOnce() {
    var program = new FakeProgram();
    Exploration all = explore(program, "bound:1", 1, 1_000);
    // The first thread loses its turn never, before its first step, or before its second one.
    assertEquals(3, all.played());
    assertEquals(3, Set.copyOf(program.played().subList(0, 3)).size());
    assertEquals(1, lost(all).count());
  }

  @Test
  void twoPreemptionsAreAllThatTheProgramCanHave() {
    assertEquals(6, explore(new FakeProgram(), "bound:5", 1, 1_000).played());
  }

  /// A schedule that is shown takes eleven seconds here, and ten are left for all of them.
  @Test
  void shorteningEndsWhenItsTimeIsOver() {
    var program = new FakeProgram();
    var slow =
        new ScheduleSource() {
          @Override
          public void order(List<String> plans, boolean detail) {
            clock.pass(Duration.ofSeconds(detail ? 11 : 0));
            program.order(plans, detail);
          }

          @Override
          public PlayedSchedule next() {
            return program.next();
          }

          @Override
          public void close() {}
        };
    Finding lost = lost(explore(slow, "random", 1, 50));
    assertEquals(50 + 1, program.played().size());
    assertEquals(4, lost.schedule().steps().size(), "its steps are told all the same");
  }

  @Test
  void theShortestScheduleHasOnePreemptionHoweverItWasFound() {
    for (int seed = 1; seed <= 10; seed++) {
      Finding lost = lost(explore(new FakeProgram(), "random", seed, 50));
      assertTrue(lost.isMinimised());
      assertEquals(1, new Steps(lost.schedule()).preemptions());
      assertEquals(1, lost.deviations().size());
      assertEquals(4, lost.schedule().steps().size(), "its steps are told");
    }
  }

  @Test
  void aForbiddenResultIsBroken() {
    Exploration explored = explore(new FakeProgram(), Strategies.MIXED, 1, 100);
    assertTrue(explored.isBroken());
    assertEquals("lost", explored.worthShowing().getFirst().result().text());
  }

  @Test
  void whereNothingIsDeclaredWhatIsRarerIsWorthShowing() {
    Exploration explored = explore(new FakeProgram(), "random", 1, 300, Scenarios.plain());
    Finding rare = explored.worthShowing().getFirst();
    assertEquals(1, explored.worthShowing().size());
    assertEquals(false, explored.isBroken());
    assertTrue(
        explored.findings().stream().allMatch(one -> one.count() >= rare.count()),
        explored.findings().toString());
  }

  @Test
  void aScriptThatIsRefusedIsSoonGivenUp() {
    Exploration explored = explore(new FakeProgram("it is refused"), "random", 1, 1_000);
    assertTrue(explored.played() < 60, "it played " + explored.played());
    assertEquals(Map.of(End.REFUSED, explored.played()), explored.unfinished());
    assertEquals("it is refused", explored.why());
  }

  @Test
  void anInterruptionKeepsWhatWasFound() {
    var program =
        new ScheduleSource() {
          private final FakeProgram inner = new FakeProgram();

          @Override
          public void order(List<String> plans, boolean detail) {
            inner.order(plans, detail);
          }

          @Override
          public duet.lane.protocol.PlayedSchedule next() throws InterruptedException {
            if (inner.played().size() == 20) {
              throw new InterruptedException();
            }
            return inner.next();
          }

          @Override
          public void close() {}
        };
    Exploration explored = explore(program, "random", 1, 1_000);
    assertTrue(Thread.interrupted());
    assertEquals(20, explored.played());
    assertTrue(explored.problem().contains("interrupted"));
  }

  @Test
  void strategiesHaveTheirNames() {
    for (String name : List.of("mixed", "random", "pct", "bound:0", "bound:20")) {
      assertTrue(Strategies.of(name, 1).isPresent(), name);
    }
    for (String name : List.of("", "bound", "bound:", "bound:21", "bound:-1", "dfs")) {
      assertTrue(Strategies.of(name, 1).isEmpty(), name);
    }
  }
}
