package duet.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.ThreadState;
import duet.lane.protocol.Usage;
import duet.run.Run;
import duet.scenario.Expectations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellOutputCheckTest {
  private static final long MAIN = 1;

  private final List<Line> lines = new ArrayList<>();
  private final List<State> states = new ArrayList<>();

  private void line(long tid, OutputChannel stream, String text) {
    long at = lines.size();
    lines.add(new Line(at, at, "thread " + tid, tid, stream, text));
  }

  private void cell(String name, String... printed) {
    line(MAIN, OutputChannel.NOTE, name);
    for (String text : printed) {
      line(MAIN, OutputChannel.OUT, text);
    }
  }

  /// What differs, in short.
  private List<String> differences(
      Map<String, List<String>> saved, Map<String, String> savedErrors) {
    var run =
        new Run(
            "python",
            true,
            "",
            lines,
            0,
            Outcome.COMPLETED,
            Usage.ofWall(1),
            "",
            List.copyOf(states));
    return CellOutputCheck.of(
            run, Expectations.NONE.withOutputs(saved, savedErrors), new LineMask(List.of()))
        .stream()
        .map(d -> d.cell() + " -" + d.lacking() + " +" + d.more() + " !" + d.error())
        .toList();
  }

  private List<String> differences(Map<String, List<String>> saved) {
    return differences(saved, Map.of());
  }

  @Test
  void eachCellPrintsItsOwn() {
    cell("cell 1", "a", "b");
    cell("cell 2 (id)", "c");
    cell("cell 3", "not saved");
    assertEquals(
        List.of(), differences(Map.of("cell 1", List.of("b", "a"), "cell 2 (id)", List.of("c"))));
    assertEquals(List.of("cell 1 -[c] +[b] !"), differences(Map.of("cell 1", List.of("a", "c"))));
    assertEquals(List.of("cell 4 -[d] +[] !"), differences(Map.of("cell 4", List.of("d"))));
  }

  /// A remark that ends like the beginning of a cell is none.
  @Test
  void otherRemarksBeginNoCell() {
    cell("cell 1 (id)", "a");
    line(MAIN, OutputChannel.NOTE, "cell 1 (id) skipped: %load (x)");
    line(MAIN, OutputChannel.OUT, "b");
    assertEquals(List.of(), differences(Map.of("cell 1 (id)", List.of("a", "b"))));
  }

  @Test
  void whatIsLeftOutIsNotMissed() {
    cell("cell 1", "more");
    line(MAIN, OutputChannel.NOTE, "cell 1 line 2 skipped: %load x");
    assertEquals(List.of("cell 1 -[] +[more] !"), differences(Map.of("cell 1", List.of("loaded"))));
  }

  @Test
  void aClearedOutputDoesNotCount() {
    cell("cell 1", "a");
    line(MAIN, OutputChannel.NOTE, "cell 1 clears its output");
    line(MAIN, OutputChannel.OUT, "b");
    assertEquals(List.of(), differences(Map.of("cell 1", List.of("b"))));
  }

  @Test
  void aThreadsLinesMayBeSavedWithTheCellThatStartedItOrALaterOne() {
    cell("cell 1", "a");
    cell("cell 2");
    line(7, OutputChannel.OUT, "early");
    cell("cell 3", "b");
    line(7, OutputChannel.OUT, "late");
    assertEquals(
        List.of(),
        differences(
            Map.of(
                "cell 1",
                List.of("a"),
                "cell 2",
                List.of("early", "late"),
                "cell 3",
                List.of("b"))));
    assertEquals(
        List.of(), differences(Map.of("cell 2", List.of("early"), "cell 3", List.of("b", "late"))));
    assertEquals(
        List.of("cell 1 -[early] +[] !"),
        differences(Map.of("cell 1", List.of("a", "early"))),
        "it was started later");
    assertEquals(
        List.of("cell 3 -[] +[late] !"),
        differences(Map.of("cell 2", List.of("early"), "cell 3", List.of("b"))));
  }

  /// The states tell when a thread began that printed nothing for a while.
  @Test
  void aThreadBeginsBeforeItPrints() {
    cell("cell 1", "a");
    states.add(new State(7, "thread 7", ThreadState.SLEEP, 1, 3, "", 0));
    cell("cell 2", "b");
    line(7, OutputChannel.OUT, "late");
    assertEquals(
        List.of(), differences(Map.of("cell 1", List.of("a", "late"), "cell 2", List.of("b"))));
  }

  @Test
  void aSavedErrorIsRaised() {
    cell("cell 1", "a");
    line(MAIN, OutputChannel.ERR, "Traceback (most recent call last):");
    line(MAIN, OutputChannel.ERR, "json.decoder.JSONDecodeError: Expecting value");
    cell("cell 2");
    line(MAIN, OutputChannel.ERR, "SyntaxError: expected ':'");
    Map<String, List<String>> saved = Map.of("cell 1", List.of("a"), "cell 2", List.of());
    assertEquals(
        List.of(),
        differences(
            saved,
            Map.of("cell 1", "JSONDecodeError: Expecting value", "cell 2", "SyntaxError: other")));
    assertEquals(
        List.of("cell 1 -[] +[] !ValueError: x"),
        differences(saved, Map.of("cell 1", "ValueError: x")));
  }
}
