package duet.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.Usage;
import duet.run.Play;
import duet.run.Run;
import duet.run.Tempo;
import duet.scenario.Expectations;
import duet.scenario.Grade;
import duet.scenario.ResultRule;
import duet.scenario.Scenario;
import duet.scenario.Scenarios;
import duet.scenario.SeriesDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ResultCountsTest {
  private static final List<ResultRule> RULES =
      List.of(
          new ResultRule("sum", Pattern.compile("(\\d+) of \\1"), "whole", Grade.ACCEPTABLE),
          new ResultRule("sum", Pattern.compile("\\d+ of \\d+"), "lost", Grade.INTERESTING));

  private static Scenario scenario(List<ResultRule> rules) {
    return Scenarios.of(Expectations.NONE, new SeriesDeclaration(List.of(), rules));
  }

  private static Play play(List<ResultRule> rules, Outcome outcome, String... texts) {
    var lines = new ArrayList<Line>();
    for (String text : texts) {
      lines.add(new Line(lines.size() + 1, 0, "main", 1, OutputChannel.OUT, text));
    }
    var run = new Run("python", true, "", lines, 0, outcome, Usage.ofWall(1), "why", List.of());
    return new Play(scenario(rules), Tempo.TOGETHER, 1, List.of(run));
  }

  private static ResultCounts repeats(List<ResultRule> rules, ResultCounts.By by, Play... plays) {
    return ResultCounts.of(scenario(rules), by, List.of(plays));
  }

  /// Nobody may pass with a line on which a rule takes years.
  @Test
  void aRuleThatTakesTooLongIsNoResult() {
    var rules =
        List.of(
            new ResultRule("x", Pattern.compile("(a+)+$"), "bad", Grade.FORBIDDEN),
            new ResultRule("x", Pattern.compile("a"), "good", Grade.ACCEPTABLE));
    Play play = play(rules, Outcome.COMPLETED, "a".repeat(5_000) + "b");
    ResultCounts counts = repeats(rules, ResultCounts.By.RESULT, play);
    assertTrue(counts.isAnyForbidden());
    assertEquals(
        "unknown, since '(a+)+$' takes too long on a line", counts.rows().getLast().result());
    assertEquals(
        List.of(
            "python: expected a pattern that is easy to look for; '(a+)+$' takes too long on a line"
                + " that it printed"),
        Judgement.of(play).broken().stream().map(BrokenExpectation::sentence).toList());
  }

  @Test
  void declaredResultsAreCountedByTheirRules() {
    ResultCounts repeats =
        repeats(
            RULES,
            ResultCounts.By.RESULT,
            play(RULES, Outcome.COMPLETED, "5 of 5"),
            play(RULES, Outcome.COMPLETED, "4 of 5"),
            play(RULES, Outcome.COMPLETED, "3 of 5"));
    assertEquals(
        List.of("whole", "lost"),
        repeats.rows().stream().map(ResultCounts.ResultCount::result).toList());
    assertEquals(1, repeats.rows().get(0).count("python"));
    assertEquals(2, repeats.rows().get(1).count("python"));
    assertFalse(repeats.isAnyForbidden());
  }

  @Test
  void whatIsNotDeclaredIsForbidden() {
    assertTrue(
        repeats(RULES, ResultCounts.By.RESULT, play(RULES, Outcome.COMPLETED, "nothing"))
            .isAnyForbidden());
    assertTrue(
        repeats(List.of(), ResultCounts.By.LINES, play(List.of(), Outcome.FAILED))
            .isAnyForbidden());
  }

  @Test
  void linesCountInAnyOrderOrInTheirs() {
    Play[] plays = {
      play(List.of(), Outcome.COMPLETED, "a", "b"),
      play(List.of(), Outcome.COMPLETED, "b", "a"),
      play(List.of(), Outcome.COMPLETED, "b", "a")
    };
    assertEquals(1, repeats(List.of(), ResultCounts.By.LINES, plays).rows().size());
    List<ResultCounts.ResultCount> byOrder =
        repeats(List.of(), ResultCounts.By.ORDER, plays).rows();
    assertEquals(List.of(2, 1), byOrder.stream().map(row -> row.count("python")).toList());
  }
}
