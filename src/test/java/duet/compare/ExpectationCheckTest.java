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
import duet.scenario.InputFault;
import duet.scenario.Scenarios;
import duet.scenario.SeriesDeclaration;
import duet.scenario.declared.ExpectationsReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationCheckTest {
  @Test
  void linesAreASetWithMasks() throws Exception {
    Map<String, ?> expect = Map.of("prints", List.of("b at <time>", "a", "a"));
    assertEquals(List.of(), sentences(expect, 1, "a", "b at 10:11:12", "a"));
    assertEquals(
        List.of("python: expected the line 'a'; it is missing"),
        sentences(expect, 1, "a", "b at 10:11:12"));
    assertEquals(
        List.of("python: expected only the declared lines; it also printed 'c'"),
        sentences(expect, 1, "a", "b at 10:11:12", "c", "a"));
  }

  /// What is quoted is cut between characters: half of one could not be written anywhere.
  @Test
  void aLongLineIsCutBetweenCharacters() throws Exception {
    for (int before = 0; before < 2; before++) {
      String line = "x".repeat(before) + "👍".repeat(200);
      String told = sentences(Map.of("never", List.of("👍")), 1, line).getFirst();
      assertTrue(told.endsWith("👍…'"), told);
      assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(told), told);
    }
  }

  @Test
  void someLinesMustOrMustNotBeThere() throws Exception {
    Map<String, ?> expect = Map.of("includes", List.of("needed"), "never", List.of("err(or)?"));
    assertEquals(List.of(), sentences(expect, 1, "needed", "more"));
    assertEquals(
        List.of(
            "python: expected the line 'needed'; it is missing",
            "python: expected no line with 'err(or)?'; it printed 'an error'"),
        sentences(expect, 1, "an error"));
  }

  /// Where lines are lacking, nothing that is said about lines has an answer; the rest has.
  @ParameterizedTest
  @ValueSource(strings = {"prints", "includes", "never", "order"})
  void ofALogThatIsNotWholeNothingIsClaimed(String key) throws Exception {
    List<?> value = key.equals("order") ? List.of(List.of("a", "b")) : List.of("a");
    Play whole = play(Map.of(key, value, "wall", List.of(5, 6)), 1, 1, "c");
    Run all = whole.runs().getFirst();
    var cut =
        new Run(
            all.lane(),
            all.hasGlobalLock(),
            "",
            all.lines(),
            7,
            all.outcome(),
            all.usage(),
            all.message(),
            all.states());
    var play = new Play(whole.scenario(), Tempo.TOGETHER, 1, List.of(cut));
    assertEquals(
        List.of(
            "python: expected the declared lines;"
                + " it printed more lines than Duet keeps; --max-lines keeps more",
            "python: expected 5.00 to 6.00 s; it took 1.00 s"),
        ExpectationCheck.of(play, List.of()).broken().stream()
            .map(BrokenExpectation::sentence)
            .toList());
  }

  @Test
  void everyEarlierLineComesBeforeEveryLaterOne() throws Exception {
    Map<String, ?> expect = Map.of("order", List.of(List.of("start", "end", "done")));
    assertEquals(List.of(), sentences(expect, 1, "start 1", "start 2", "end 2", "end 1", "done"));
    assertEquals(
        List.of(
            "python: expected 'start' before 'end';"
                + " it printed 'end 1' at 0.002 s and 'start 2' at 0.003 s"),
        sentences(expect, 1, "start 1", "end 1", "start 2", "end 2", "done"));
    assertEquals(
        List.of("python: expected 'end' before 'done'; no line contains 'done'"),
        sentences(expect, 1, "start", "end"));
  }

  @Test
  void timesAreScaledBySpeed() throws Exception {
    Map<String, ?> expect = Map.of("wall", List.of(4, 5));
    assertEquals(List.of(), ExpectationCheck.of(play(expect, 1, 4.5), List.of()).broken());
    assertEquals(List.of(), ExpectationCheck.of(play(expect, 10, 0.45), List.of()).broken());
    assertEquals(1, ExpectationCheck.of(play(expect, 10, 0.3), List.of()).broken().size());
    assertEquals(1, ExpectationCheck.of(play(expect, 1, 5.1), List.of()).broken().size());
  }

  @Test
  void computingGetsNoFasterWithSpeed() throws Exception {
    Map<String, ?> expect = Map.of("wall", List.of(4, 5));
    assertEquals(List.of(), ExpectationCheck.of(play(expect, 10, 1.2, 0.6), List.of()).broken());
    assertEquals(
        List.of("python: expected 0.40 to 1.29 s at this speed; it took 1.40 s"),
        ExpectationCheck.of(play(expect, 10, 1.4, 0.6), List.of()).broken().stream()
            .map(BrokenExpectation::sentence)
            .toList());
    assertEquals(1, ExpectationCheck.of(play(expect, 1, 5.1, 0.6), List.of()).broken().size());
  }

  /// Threads that were ready but had no core may have made it late.
  @Test
  void whatTheMachineLeftOpenIsNotDecided() throws Exception {
    Play late = play(Map.of("wall", List.of(1, 1.5)), 1, starved(2, 0.1, 0.9));
    assertEquals(List.of(), ExpectationCheck.of(late, List.of()).broken());
    assertEquals(
        List.of(
            "python: not decided: expected 1.00 to 1.50 s; it took 2.00 s, but its threads waited"
                + " 0.9 s for a core"),
        undecided(late));
    Play idle = play(Map.of("cores", List.of(0.6, 1.1)), 1, starved(10, 2, 7));
    assertEquals(List.of(), ExpectationCheck.of(idle, List.of()).broken());
    assertEquals(1, undecided(idle).size());
    Play busier = play(Map.of("cores", List.of(0, 0.5)), 1, starved(10, 2, 7));
    assertEquals(1, undecided(busier).size(), "it would have had more");
    Play sleeping = play(Map.of("cores", List.of(0, 0.3)), 1, starved(1.1, 0.09, 0.5));
    assertEquals(List.of(), undecided(sleeping), "it computed little in any case");
  }

  @Test
  void whatNoMachineExplainsIsBroken() throws Exception {
    for (Play play :
        List.of(
            play(Map.of("wall", List.of(1, 1.5)), 1, starved(9, 0.1, 2)), // even so too long
            play(Map.of("wall", List.of(1, 1.5)), 1, starved(0.5, 0.1, 0.3)), // too short
            play(Map.of("wall", List.of(1, 1.5)), 1, starved(1.6, 0.1, 0.12)), // hardly waited
            play(Map.of("cores", List.of(1.2, 2)), 1, starved(10, 2, 3)),
            play(Map.of("cores", List.of(0, 0.1)), 1, starved(10, 2, 3)))) {
      assertEquals(1, ExpectationCheck.of(play, List.of()).broken().size(), play.toString());
      assertEquals(List.of(), undecided(play), play.toString());
    }
  }

  /// As before where the system does not tell.
  @Test
  void withoutKnowledgeOfCoresAllIsDecided() throws Exception {
    assertEquals(List.of(), undecided(play(Map.of("wall", List.of(1, 1.5)), 1, 2, 0.2)));
  }

  private static List<String> undecided(Play play) {
    return ExpectationCheck.of(play, List.of()).undecided().stream()
        .map(UndecidedExpectation::sentence)
        .toList();
  }

  private static Usage starved(double wall, double cpu, double coreWait) {
    return new Usage(
        wall,
        OptionalDouble.of(cpu),
        OptionalDouble.of(0),
        OptionalDouble.of(coreWait),
        OptionalDouble.of(0));
  }

  @Test
  void oneLaneMayBeExpectedToDoOtherwise() throws Exception {
    Map<String, ?> expect =
        Map.of(
            "outcome",
            "failed",
            "python",
            Map.of("outcome", "completed", "includes", List.of("x")));
    assertEquals(
        List.of("python: expected the line 'x'; it is missing"), sentences(expect, 1, "y"));
  }

  /// Such a line would take years, or more stack than there is; what takes too long is not met.
  @Test
  void aPatternThatTakesTooLongIsGivenUp() throws Exception {
    String line = "a".repeat(5_000) + "b";
    for (String pattern : List.of("(a+)+$", "(a|a)*c", "(a*)*(a*)*c")) {
      String broken =
          "python: expected a pattern that is easy to look for; '"
              + pattern
              + "' takes too long on a line that it printed";
      assertEquals(List.of(broken), sentences(Map.of("never", List.of(pattern)), 1, line));
      var order = Map.of("order", List.of(List.of(pattern, "b")));
      assertEquals(List.of(broken), sentences(order, 1, line));
    }
    assertEquals(1, sentences(Map.of("never", List.of("(a+)+b$")), 1, line).size());
  }

  /// Reading every line again from each of its characters would take hours.
  @Test
  void aMaskThatTakesTooLongMasksNothing() {
    String line = "<".repeat(1_000_000);
    assertEquals(line, new LineMask(List.of()).apply(line));
    assertEquals("x<…>", new LineMask(List.of(Pattern.compile("(a|b)*c"))).apply("xababc"));
    String many = "ab".repeat(500_000);
    assertEquals(many, new LineMask(List.of(Pattern.compile("(a|b)*c"))).apply(many));
  }

  @Test
  void theLogAroundItIsShown() throws Exception {
    var texts = new ArrayList<String>();
    for (int i = 0; i < 50; i++) {
      texts.add(i == 30 ? "odd" : "even");
    }
    Play play = play(Map.of("never", List.of("odd")), 1, 1, texts.toArray(new String[0]));
    BrokenExpectation breach = ExpectationCheck.of(play, List.of()).broken().getFirst();
    BrokenExpectation.Excerpt part = breach.parts().getFirst();
    assertEquals(7, part.lines().size());
    assertTrue(part.lines().stream().anyMatch(line -> line.text().equals("odd")));
    assertEquals(50, part.before() + part.lines().size() + part.after());
  }

  private static List<String> sentences(Map<String, ?> expect, double speed, String... texts)
      throws InputFault {
    return ExpectationCheck.of(play(expect, speed, 1, texts), List.of()).broken().stream()
        .map(BrokenExpectation::sentence)
        .toList();
  }

  private static Play play(Map<String, ?> expect, double speed, double wall, String... texts)
      throws InputFault {
    return play(expect, speed, Usage.ofWall(wall), texts);
  }

  private static Play play(Map<String, ?> expect, double speed, double wall, double cpu)
      throws InputFault {
    var usage = new Usage(wall, OptionalDouble.of(cpu * 2 / 3), OptionalDouble.of(cpu / 3));
    return play(expect, speed, usage);
  }

  private static Play play(Map<String, ?> expect, double speed, Usage usage, String... texts)
      throws InputFault {
    var scenario =
        Scenarios.of(
            ExpectationsReader.read(Path.of("s.duet.yaml"), expect, List.of("python")),
            SeriesDeclaration.NONE);
    var lines = new ArrayList<Line>();
    for (String text : texts) {
      lines.add(
          new Line(
              lines.size() + 1,
              (lines.size() + 1) * 1_000_000L,
              "main",
              1,
              OutputChannel.OUT,
              text));
    }
    var run = new Run("python", true, "", lines, 0, Outcome.COMPLETED, usage, "", List.of());
    return new Play(scenario, Tempo.TOGETHER, speed, List.of(run));
  }
}
