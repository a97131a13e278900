package duet.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.ThreadState;
import duet.lane.protocol.Usage;
import duet.run.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static final Sweep SWEEP =
      new Sweep(List.of())
          .with("python", 1, 4.0)
          .with("java", 1, 6.0)
          .with("python", 2, 4.2)
          .with("java", 2, 3.2)
          .with("java", 2, 3.0)
          .with("java", 2, 2.8);

  @Test
  void everyLaneIsComparedWithItself() {
    assertEquals(List.of("python", "java"), SWEEP.lanes());
    assertEquals(2.0, SWEEP.speedup(SWEEP.point("java", 2).orElseThrow()), 1e-9);
    assertEquals(4.0 / 4.2, SWEEP.speedup(SWEEP.point("python", 2).orElseThrow()), 1e-9);
    assertEquals(1.0, SWEEP.speedup(SWEEP.point("java", 1).orElseThrow()), 1e-9);
  }

  @Test
  void theErrorIsWhatTheExtremeTimesWouldMake() {
    double error = SWEEP.error(SWEEP.point("java", 2).orElseThrow());
    assertEquals((6 / 2.8 - 6 / 3.2) / 2, error, 1e-9);
    assertEquals(0, SWEEP.error(SWEEP.point("java", 1).orElseThrow()));
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetween() {
    var point = new Sweep.Point("java", 1, List.of(4.0, 1.0, 2.0, 3.0));
    assertEquals(2.5, point.median(), 1e-9);
    assertEquals(1, point.least());
    assertEquals(4, point.most());
  }

  @Test
  void theWorkIsFromTheFirstThreadsStartToTheLastOnesEnd() {
    List<State> states = List.of(state(1, "main", 0, 9), state(2, "a", 2, 5), state(3, "b", 3, 8));
    assertEquals(6, Sweep.seconds(run(states)), 1e-9);
    assertEquals(10, Sweep.seconds(run(List.of())), 1e-9);
  }

  private static State state(long tid, String name, long from, long to) {
    return new State(
        tid, name, ThreadState.RUNNING, from * 1_000_000_000, to * 1_000_000_000, "", 0);
  }

  private static Run run(List<State> states) {
    return new Run(
        "java", false, "", List.of(), 0, Outcome.COMPLETED, Usage.ofWall(10), "", states);
  }
}
