package duet.lane.java.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.java.record.ThreadRecord.Sleep;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.ThreadState;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExactSleepsTest {
  private static final long GO = 1_000;

  private static State state(ThreadState state, long from, long to, String where) {
    return new State(7, "seven", state, from, to, where, 0);
  }

  private static Sleep sleep(long from, long to) {
    return new Sleep(GO + from, GO + to);
  }

  /// A sample may see a sleep too late, or not at all.
  @Test
  void aSleepIsAsLongAsTheScriptSays() {
    assertEquals(
        List.of(
            state(ThreadState.RUNNING, 0, 10, ""),
            state(ThreadState.SLEEP, 10, 110, "work"),
            state(ThreadState.RUNNING, 110, 300, ""),
            state(ThreadState.SLEEP, 300, 310, "work"),
            state(ThreadState.LOCK, 310, 400, "lock")),
        ExactSleeps.in(
            List.of(
                state(ThreadState.RUNNING, 0, 50, ""),
                state(ThreadState.SLEEP, 50, 150, "work"),
                state(ThreadState.RUNNING, 150, 305, ""),
                state(ThreadState.LOCK, 305, 400, "lock")),
            List.of(sleep(10, 110), sleep(300, 310)),
            GO));
  }

  /// A method reference, or a library, sleeps unrecorded.
  @Test
  void aSleepThatWasOnlySampledStays() {
    List<State> states =
        List.of(state(ThreadState.SLEEP, 0, 50, "work"), state(ThreadState.RUNNING, 50, 100, ""));
    assertEquals(states, ExactSleeps.in(states, List.of(), GO));
    assertEquals(
        List.of(
            state(ThreadState.SLEEP, 0, 50, "work"),
            state(ThreadState.RUNNING, 50, 60, ""),
            state(ThreadState.SLEEP, 60, 90, "work"),
            state(ThreadState.RUNNING, 90, 100, "")),
        ExactSleeps.in(states, List.of(sleep(60, 90)), GO));
  }
}
