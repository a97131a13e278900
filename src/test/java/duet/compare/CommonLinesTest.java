package duet.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
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
import org.junit.jupiter.api.Test;

/// However many lanes play, it is told what all of them have in common, and who differs.
class CommonLinesTest {
  @Test
  void whatAllLanesPrintedIsTheSame() {
    CommonLines common =
        CommonLines.of(
            play(
                run("python", "a", "b", "b"),
                run("cpython", "b", "a", "b"),
                run("java", "a", "c")));
    assertEquals(1, common.same());
    assertEquals(Map.of("python", 0, "cpython", 0, "java", 1), common.only());
    assertEquals(List.of(List.of("python", "cpython")), common.alike());
  }

  @Test
  void lanesThatAllAgreeAreNoGroup() {
    CommonLines common = CommonLines.of(play(run("python", "a"), run("java", "a")));
    assertEquals(1, common.same());
    assertEquals(List.of(), common.alike());
  }

  @Test
  void aSentenceSaysWhichLanesAgree() {
    List<String> sentences =
        Findings.of(
            Judgement.of(play(run("python", "a"), run("cpython-3.13", "a"), run("java", "c"))));
    assertEquals(
        List.of(
            "The lines differ, as declared: of chance.",
            "Python and CPython 3.13 printed the same lines."),
        sentences.subList(0, 2));
  }

  /// A process of CPython has no compiler whose time would be told apart.
  @Test
  void whatCPythonComputesIsKnown() {
    var usage = new Usage(2, OptionalDouble.of(3.4), OptionalDouble.empty());
    var several =
        new Run("cpython", true, "", List.of(), 0, Outcome.COMPLETED, usage, "", List.of());
    var free =
        new Run("cpython-3.14t", false, "", List.of(), 0, Outcome.COMPLETED, usage, "", List.of());
    List<String> sentences = Findings.of(Judgement.of(play(several, free)));
    assertEquals(
        List.of(
            "CPython kept 1.70 ± 0.01 cores busy on average, although a GIL lets one thread run"
                + " Python: the rest is other processes or interpreters, code that needs no GIL, or"
                + " the system's work for locks.",
            "CPython 3.14t kept 1.70 ± 0.01 cores busy on average: they computed at the same"
                + " time."),
        sentences);
  }

  private static Play play(Run... runs) {
    var scenario =
        new Scenario(
            "s",
            "",
            "",
            Kind.WAITS,
            new LineAgreement.DifferentLines("of chance"),
            List.of(),
            SeriesDeclaration.NONE,
            Expectations.NONE,
            Map.of("py", Path.of("s.py")));
    return new Play(scenario, Tempo.TOGETHER, 1, List.of(runs));
  }

  private static Run run(String lane, String... texts) {
    var lines = new ArrayList<Line>();
    for (String text : texts) {
      lines.add(new Line(lines.size() + 1, 0, "main", 1, OutputChannel.OUT, text));
    }
    return new Run(lane, false, "", lines, 0, Outcome.COMPLETED, Usage.ofWall(0.1), "", List.of());
  }
}
