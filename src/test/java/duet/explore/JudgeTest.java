package duet.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.protocol.PlayedSchedule.End;
import duet.scenario.Expectations;
import duet.scenario.LaneExpectations;
import duet.scenario.Scenario;
import duet.scenario.Scenarios;
import duet.scenario.SeriesDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a schedule is judged by.
class JudgeTest {
  private static Scenario expecting(Optional<String> outcome, List<String> includes) {
    var expected =
        new LaneExpectations(
            outcome,
            Optional.empty(),
            includes,
            List.of(),
            List.of(),
            Optional.of(new LaneExpectations.Range(5, 6)),
            Optional.empty(),
            Optional.empty());
    return Scenarios.of(
        new Expectations(Map.of(), expected, Map.of(), 1, Map.of(), Map.of()),
        SeriesDeclaration.NONE);
  }

  private static Judge judge(Scenario scenario, String... arguments) {
    return new Judge(scenario, "java", List.of(arguments));
  }

  @Test
  void aDeadlockIsBroken() {
    Result result =
        judge(Scenarios.plain()).results(Made.ended(End.DEADLOCK, "", 0, List.of())).getFirst();
    assertEquals("deadlock", result.text());
    assertTrue(result.isBroken());
  }

  @Test
  void aDeadlockThatIsExpectedIsNot() {
    Scenario scenario = expecting(Optional.of("failed"), List.of());
    assertFalse(
        judge(scenario).results(Made.ended(End.DEADLOCK, "", 0, List.of())).getFirst().isBroken());
    assertTrue(judge(scenario).results(Made.printing("x")).stream().anyMatch(Result::isBroken));
  }

  @Test
  void anExceptionIsTheSameInEveryThread() {
    Judge judge = judge(Scenarios.plain());
    assertEquals(
        judge.results(
            Made.ended(End.EXCEPTION, "uncaught in thread a at x.java:3: Boom a@1f", 0, List.of())),
        judge.results(
            Made.ended(
                End.EXCEPTION, "uncaught in thread b at x.java:3: Boom a@2e", 0, List.of())));
  }

  @Test
  void anExitStatusOtherThanZeroIsBroken() {
    Judge judge = judge(Scenarios.plain());
    assertTrue(judge.results(Made.ended(End.EXITED, "", 3, List.of())).getFirst().isBroken());
    assertFalse(judge.results(Made.ended(End.EXITED, "", 0, List.of())).getFirst().isBroken());
  }

  @Test
  void whatDidNotComeToAnEndHasNoResult() {
    for (End end : List.of(End.CUT, End.HUNG, End.CRASHED, End.REFUSED, End.DIVERGED)) {
      assertEquals(
          List.of(), judge(Scenarios.plain()).results(Made.ended(end, "why", 0, List.of())));
    }
  }

  @Test
  void linesAreExpectedOnlyWithoutArgumentsAndTimesNever() {
    Scenario scenario = expecting(Optional.empty(), List.of("counter = 600"));
    assertTrue(
        judge(scenario).results(Made.printing("counter = 6")).stream().anyMatch(Result::isBroken));
    assertTrue(
        judge(scenario).results(Made.printing("counter = 600")).stream()
            .noneMatch(Result::isBroken));
    assertTrue(
        judge(scenario, "1").results(Made.printing("counter = 6")).stream()
            .noneMatch(Result::isBroken));
  }

  @Test
  void theOrderOfLinesMakesNoOtherResult() {
    Judge judge = judge(Scenarios.plain());
    assertEquals(judge.results(Made.printing("a", "b")), judge.results(Made.printing("b", "a")));
  }
}
