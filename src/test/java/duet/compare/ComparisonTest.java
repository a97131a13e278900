package duet.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.ThreadState;
import duet.lane.protocol.Usage;
import duet.run.Play;
import duet.run.Run;
import duet.run.Tempo;
import duet.scenario.Expectations;
import duet.scenario.Kind;
import duet.scenario.LineAgreement;
import duet.scenario.Scenario;
import duet.scenario.SeriesDeclaration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void clockTimesAndIdentitiesAreMasked() {
    Comparison c =
        compare(
            List.of(
                "at: Sun Nov  2 10:00:00 2025",
                "[10:00:00] results:  <generator object Executor.map.<locals>.f at 0x7f3a>"),
            List.of(
                "at: Mon Nov 23 11:00:00 2026",
                "[11:11:11] results:  java.util.stream.ReferencePipeline$3@1b2c3d"));
    assertTrue(c.sameLines(), c.toString());
    assertTrue(c.sameOrder());
  }

  @Test
  void linesAreCountedAsOftenAsTheyStand() {
    Comparison c = compare(List.of("a", "a", "b"), List.of("b", "a", "c"));
    assertEquals(2, c.same());
    assertEquals(List.of("a"), c.onlyLeft());
    assertEquals(List.of("c"), c.onlyRight());
    assertEquals(4, c.all());
  }

  @Test
  void orderIsToldApart() {
    Comparison c = compare(List.of("a", "b"), List.of("b", "a"));
    assertTrue(c.sameLines());
    assertFalse(c.sameOrder());
  }

  @Test
  void declaredMasksApply() {
    assertTrue(compare(List.of("took 1.25 s"), List.of("took 7.00 s")).sameLines());
  }

  @Test
  void standardErrorIsLeftOut() {
    var warning = new Line(1, 0, "main", 1, OutputChannel.ERR, "DeprecationWarning");
    Run left = run("python", Outcome.COMPLETED, List.of(warning), 4.0, 0.05);
    Run right = run("java", Outcome.COMPLETED, List.of(), 4.0, 0.05);
    assertTrue(Comparison.of(scenario(new LineAgreement.SameLines()), left, right).sameLines());
  }

  @Test
  void aBrokenDeclarationIsNoSuccess() {
    Play differing =
        play(new LineAgreement.SameLines(), Outcome.COMPLETED, List.of("a"), List.of("b"));
    assertFalse(Judgement.of(differing).asExpected());
    assertFalse(Judgement.of(differing).broken().isEmpty());
    Play declared =
        play(
            new LineAgreement.DifferentLines("chance"),
            Outcome.COMPLETED,
            List.of("a"),
            List.of("b"));
    assertTrue(Judgement.of(declared).asExpected());
    Play undeclared =
        play(new LineAgreement.Undeclared(), Outcome.COMPLETED, List.of("a"), List.of("b"));
    assertTrue(Judgement.of(undeclared).asExpected());
  }

  @Test
  void onlyCompletedPlaysAreAsExpected() {
    for (Outcome outcome : Outcome.values()) {
      Play play = play(new LineAgreement.SameLines(), outcome, List.of("a"), List.of("a"));
      assertEquals(outcome == Outcome.COMPLETED, Judgement.of(play).asExpected(), outcome.word());
    }
  }

  @Test
  void findingsFollowTheFigures() {
    Scenario scenario = scenario(new LineAgreement.SameLines());
    Run waiting = run("python", Outcome.COMPLETED, List.of(), 4.0, 0.05);
    Run alsoWaiting = run("java", Outcome.COMPLETED, List.of(), 4.0, 0.02);
    Run parallel = run("java", Outcome.COMPLETED, List.of(), 2.0, 3.8);
    assertEquals(
        List.of(
            "Python computed for 0.05 s of its 4.00 s, Java computed for 0.02 s of its 4.00 s;"
                + " the rest was waiting."),
        findings(scenario, waiting, alsoWaiting));
    assertEquals(
        List.of(
            "Python kept 0.01 cores busy on average: they mostly waited.",
            "Java kept 1.90 ± 0.01 cores busy on average: they computed at the same time."),
        findings(scenario, waiting, parallel));
  }

  /// What waits for a core does not wait for anything that the script does.
  @Test
  void theMachineIsNamedWhereItGaveTooFewCores() {
    var usage =
        new Usage(
            18.0,
            OptionalDouble.of(3.7),
            OptionalDouble.of(0.1),
            OptionalDouble.of(14.2),
            OptionalDouble.of(1));
    assertEquals(
        "Java's threads kept 0.21 cores busy on average: the machine gave them a core for 3.7 s of"
            + " the 17.9 s for which they were ready to run.",
        findings(
                scenario(new LineAgreement.Undeclared()), run(usage, false, 2), run(usage, true, 1))
            .getFirst());
  }

  /// On two cores, two threads and a compiler wait a little in any case.
  @Test
  void aFewWaitsForACoreAreNoNews() {
    var usage =
        new Usage(
            2.2,
            OptionalDouble.of(3.5),
            OptionalDouble.of(0.5),
            OptionalDouble.of(0.7),
            OptionalDouble.of(1));
    assertEquals(
        "Java's threads kept 1.59 cores busy on average: they computed at the same time.",
        findings(
                scenario(new LineAgreement.Undeclared()), run(usage, false, 2), run(usage, true, 1))
            .getFirst());
  }

  @Test
  void oneThreadIsNotCalledThreads() {
    var usage = new Usage(2, OptionalDouble.of(1.78), OptionalDouble.of(0.1));
    assertEquals(
        "Python's only thread kept 0.89 ± 0.01 cores busy on average.",
        findings(scenario(new LineAgreement.Undeclared()), run(usage, true, 1), run(usage, true, 1))
            .getFirst());
  }

  /// Only one thread at a time has the lock, whatever its process used.
  @Test
  void withOneLockForAllNobodyComputesAtTheSameTime() {
    var usage = new Usage(2, OptionalDouble.of(3), OptionalDouble.of(0.1));
    assertEquals(
        List.of("Python's threads kept 1.50 ± 0.01 cores busy on average."),
        Findings.of(
            Judgement.of(
                new Play(
                    scenario(new LineAgreement.Undeclared()),
                    Tempo.TOGETHER,
                    1,
                    List.of(run(usage, true, 3))))));
  }

  private static Run run(Usage usage, boolean hasGlobalLock, int threads) {
    var states = new ArrayList<State>();
    for (int i = 1; i <= threads; i++) {
      states.add(new State(i, "t" + i, ThreadState.RUNNING, 0, 1_000_000, "", 0));
    }
    String lane = hasGlobalLock ? "python" : "java";
    return new Run(lane, hasGlobalLock, "", List.of(), 0, Outcome.COMPLETED, usage, "", states);
  }

  @Test
  void nothingIsSaidAboutTheComputingOfAMoment() {
    Run moment = run("python", Outcome.COMPLETED, List.of(), 0.05, 0.01);
    assertEquals(List.of(), findings(scenario(new LineAgreement.Undeclared()), moment, moment));
  }

  private static List<String> findings(Scenario scenario, Run left, Run right) {
    return Findings.of(Judgement.of(new Play(scenario, Tempo.TOGETHER, 1, List.of(left, right))));
  }

  private static Comparison compare(List<String> left, List<String> right) {
    Play play = play(new LineAgreement.SameLines(), Outcome.COMPLETED, left, right);
    return Judgement.of(play).comparisons().getFirst();
  }

  private static Play play(
      LineAgreement agreement, Outcome right, List<String> leftTexts, List<String> rightTexts) {
    return new Play(
        scenario(agreement),
        Tempo.TOGETHER,
        1,
        List.of(
            run("python", Outcome.COMPLETED, lines(leftTexts), 4.0, 0.05),
            run("java", right, lines(rightTexts), 4.0, 0.05)));
  }

  private static Scenario scenario(LineAgreement agreement) {
    return new Scenario(
        "s",
        "",
        "",
        Kind.WAITS,
        agreement,
        List.of(Pattern.compile("\\d+\\.\\d+ s")),
        SeriesDeclaration.NONE,
        Expectations.NONE,
        Map.of("py", Path.of("s.py"), "java", Path.of("s.java")));
  }

  private static Run run(String lane, Outcome outcome, List<Line> lines, double wall, double cpu) {
    var usage = new Usage(wall, OptionalDouble.of(cpu), OptionalDouble.of(0.1));
    return new Run(lane, lane.equals("python"), "", lines, 0, outcome, usage, "", List.of());
  }

  private static List<Line> lines(List<String> texts) {
    var lines = new ArrayList<Line>();
    for (String text : texts) {
      lines.add(new Line(lines.size() + 1, 0, "main", 1, OutputChannel.OUT, text));
    }
    return lines;
  }
}
