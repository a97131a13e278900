package duet.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.ThreadState;
import duet.lane.protocol.Usage;
import duet.run.Play;
import duet.run.Run;
import duet.run.Tempo;
import duet.scenario.Scenarios;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final long SECOND = 1_000_000_000;

  private static State state(long tid, String thread, ThreadState state, double from, double to) {
    return new State(tid, thread, state, (long) (from * SECOND), (long) (to * SECOND), "f", 0);
  }

  private static Run run(String lane, State... states) {
    return new Run(
        lane,
        lane.equals("python"),
        "",
        List.of(),
        0,
        Outcome.COMPLETED,
        Usage.ofWall(4),
        "",
        List.of(states));
  }

  private static final Run PYTHON =
      run(
          "python",
          state(1, "main", ThreadState.JOIN, 0, 4),
          state(2, "a", ThreadState.RUNNING, 0, 1),
          state(2, "a", ThreadState.GIL, 1, 3),
          state(2, "a", ThreadState.RUNNING, 3, 4),
          state(3, "b", ThreadState.GIL, 0, 1),
          state(3, "b", ThreadState.RUNNING, 1, 2));

  @Test
  void sharesAreOfTheThreadsThatTheScriptStarted() {
    ThreadActivity evidence = ThreadActivity.of(PYTHON);
    assertEquals(0.5, evidence.gilWait().orElseThrow(), 1e-9); // 3 of 6 seconds
    assertEquals(0.5, evidence.threads().get(1).share(ThreadState.GIL), 1e-9);
    assertEquals(3, evidence.seconds(ThreadState.RUNNING), 1e-9);
  }

  @Test
  void aLaneWithoutThatLockHasNoShareOfIt() {
    assertTrue(
        ThreadActivity.of(run("java", state(1, "main", ThreadState.RUNNING, 0, 1)))
            .gilWait()
            .isEmpty());
    assertTrue(ThreadActivity.of(run("python")).gilWait().isEmpty());
  }

  @Test
  void theOnlyThreadStandsForItself() {
    ThreadActivity evidence =
        ThreadActivity.of(run("python", state(1, "main", ThreadState.GIL, 0, 1)));
    assertEquals(1, evidence.gilWait().orElseThrow(), 1e-9);
  }

  @Test
  void cellsTellWhatWasMostlyDone() {
    Timeline timeline = timeline(PYTHON);
    ThreadActivity.Life a = timeline.lanes().getFirst().threads().get(1);
    ThreadActivity.Life b = timeline.lanes().getFirst().threads().get(2);
    var run = Optional.of(ThreadState.RUNNING);
    var gil = Optional.of(ThreadState.GIL);
    assertEquals(List.of(run, gil, gil, run), timeline.cells(a, 4));
    assertEquals(List.of(gil, run, Optional.empty(), Optional.empty()), timeline.cells(b, 4));
    assertEquals(
        List.of(gil),
        timeline.cells(
            timeline(run("python", state(2, "a", ThreadState.GIL, 0.4, 4)))
                .lanes()
                .getFirst()
                .threads()
                .getFirst(),
            1));
  }

  @Test
  void allLanesAreOnOneClock() {
    Timeline timeline = timeline(PYTHON, run("java", state(9, "main", ThreadState.RUNNING, 0, 2)));
    assertEquals(4, timeline.end());
    var running = Optional.of(ThreadState.RUNNING);
    assertEquals(
        List.of(running, Optional.<ThreadState>empty()),
        timeline.cells(timeline.lanes().get(1).threads().getFirst(), 2));
    assertTrue(Timeline.of(play(run("java"))).isEmpty(), "no states, no timeline");
  }

  private static Timeline timeline(Run... runs) {
    return Timeline.of(play(runs)).orElseThrow();
  }

  private static Play play(Run... runs) {
    var scenario = Scenarios.plain();
    return new Play(scenario, Tempo.TOGETHER, 1, List.of(runs));
  }
}
