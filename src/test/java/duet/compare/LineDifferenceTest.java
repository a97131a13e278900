package duet.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import duet.scenario.Kind;
import duet.scenario.LineAgreement;
import duet.scenario.ResultRule;
import duet.scenario.Scenario;
import duet.scenario.SeriesDeclaration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Lanes that print different lines do not pass in silence.
class LineDifferenceTest {
  private static final List<String> PYTHON = List.of("begin", "298025", "end");
  private static final List<String> JAVA = List.of("end", "begin", "300000");
  private static final Scenario SILENT =
      scenario(new LineAgreement.Undeclared(), SeriesDeclaration.NONE);

  @Test
  void theFirstDifferenceIsToldWithItsLineNumbers() {
    assertEquals(
        "the lanes printed different lines, first python line 2: 298025 | java line 3: 300000",
        difference(SILENT, PYTHON, JAVA).orElseThrow().sentence());
  }

  @Test
  void aLineMayBeMissing() {
    assertEquals(
        "the lanes printed different lines, first no such line of python | java line 2: b",
        difference(SILENT, List.of("a"), List.of("a", "b")).orElseThrow().sentence());
  }

  @Test
  void anotherOrderAndClockTimesAreNoDifference() {
    assertEquals(
        Optional.empty(),
        difference(SILENT, List.of("a", "at 10:00:00"), List.of("at 11:00:00", "a")));
  }

  @Test
  void whatIsDeclaredIsNotToldAgain() {
    var differ = new LineAgreement.DifferentLines("chance");
    var counted =
        new SeriesDeclaration(
            List.of(),
            List.of(new ResultRule("sum", Pattern.compile("\\d+"), "lost", Grade.INTERESTING)));
    for (Scenario declared :
        List.of(
            scenario(differ, SeriesDeclaration.NONE),
            scenario(new LineAgreement.SameLines(), SeriesDeclaration.NONE),
            scenario(new LineAgreement.Undeclared(), counted))) {
      assertEquals(Optional.empty(), difference(declared, PYTHON, JAVA));
      assertEquals(declared, declared.strict());
    }
  }

  @Test
  void whoFailedIsNotCompared() {
    Play play = play(SILENT, List.of(run("python", PYTHON, Outcome.FAILED), run("java", JAVA)));
    assertEquals(Optional.empty(), Judgement.of(play).difference());
  }

  @Test
  void aBatchPassesWithAWarning() {
    Play play = play(SILENT, List.of(run("python", PYTHON), run("java", JAVA)));
    Standing standing = ScenarioResult.of(play, 1).standing();
    assertEquals(Standing.WARNED, standing);
    assertTrue(standing.isGood());
  }

  @Test
  void strictMakesItAFailure() {
    Play play = play(SILENT.strict(), List.of(run("python", PYTHON), run("java", JAVA)));
    assertEquals(Standing.FAILED, ScenarioResult.of(play, 1).standing());
  }

  private static Optional<LineDifference> difference(
      Scenario scenario, List<String> python, List<String> java) {
    Play play = play(scenario, List.of(run("python", python), run("java", java)));
    return Judgement.of(play).difference();
  }

  private static Play play(Scenario scenario, List<Run> runs) {
    return new Play(scenario, Tempo.TOGETHER, 1, runs);
  }

  private static Run run(String lane, List<String> texts) {
    return run(lane, texts, Outcome.COMPLETED);
  }

  private static Run run(String lane, List<String> texts, Outcome outcome) {
    var lines = new ArrayList<Line>();
    for (String text : texts) {
      lines.add(new Line(lines.size() + 1, lines.size(), "main", 1, OutputChannel.OUT, text));
    }
    return new Run(lane, false, lane, lines, 0, outcome, Usage.ofWall(1), "", List.of());
  }

  private static Scenario scenario(LineAgreement agreement, SeriesDeclaration series) {
    return new Scenario(
        "sum",
        "",
        "",
        Kind.WAITS,
        agreement,
        List.of(),
        series,
        Expectations.NONE,
        Map.of("py", Path.of("sum.py"), "java", Path.of("sum.java")));
  }
}
