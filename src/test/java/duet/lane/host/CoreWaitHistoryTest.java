package duet.lane.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.ThreadState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoreWaitHistoryTest {
  private static final long MILLI = 1_000_000;
  private static final long START = 5_000 * MILLI;

  private final CoreWaitHistory history = new CoreWaitHistory(START, TaskTimes.NONE);

  private static State state(ThreadState state, long from, long to) {
    return new State(7, "seven", state, from * MILLI, to * MILLI, "f", 0);
  }

  private void read(long millis, long cpu, long ready) {
    history.add(START + millis * MILLI, new TaskTimes(cpu * MILLI, ready * MILLI));
  }

  private static Map<ThreadState, Long> millis(List<State> states) {
    var totals = new EnumMap<ThreadState, Long>(ThreadState.class);
    for (State state : states) {
      totals.merge(state.state(), (state.to() - state.from()) / MILLI, Long::sum);
    }
    return totals;
  }

  /// Running, waiting for a core, and everything else add up to the thread's life.
  @Test
  void waitsForACoreAreTakenFromComputing() {
    read(20, 5, 15);
    read(40, 25, 15);
    List<State> states = history.in(List.of(state(ThreadState.RUNNING, 0, 40)), START);
    assertEquals(
        List.of(
            state(ThreadState.RUNNING, 0, 5),
            state(ThreadState.READY, 5, 20),
            state(ThreadState.RUNNING, 20, 40)),
        states);
    assertEquals(15 * MILLI, history.ready());
  }

  /// A thread whose sleep is over may have to wait for a core before anybody notices.
  @Test
  void aThreadThatWakesUpWaitsForACoreAsWell() {
    read(100, 2, 8);
    assertEquals(
        Map.of(ThreadState.SLEEP, 90L, ThreadState.READY, 8L, ThreadState.RUNNING, 2L),
        millis(
            history.in(
                List.of(state(ThreadState.SLEEP, 0, 98), state(ThreadState.RUNNING, 98, 100)),
                START)));
  }

  /// The system counts a wait when it is over.
  @Test
  void aWaitMayHaveBegunBeforeTheLastReadings() {
    read(110, 2, 0);
    read(250, 2, 0);
    read(400, 2, 280);
    assertEquals(
        List.of(state(ThreadState.SLEEP, 0, 120), state(ThreadState.READY, 120, 400)),
        history.in(List.of(state(ThreadState.SLEEP, 0, 400)), START));
  }

  /// A thread is first seen some time after it began.
  @Test
  void aThreadMayHaveWaitedBeforeItWasSeen() {
    read(0, 1, 30);
    assertEquals(
        List.of(state(ThreadState.READY, -30, 0), state(ThreadState.RUNNING, 0, 10)),
        history.in(
            List.of(state(ThreadState.UNKNOWN, -30, 0), state(ThreadState.RUNNING, 0, 10)), START));
  }

  @Test
  void aWaitForACoreIsEvidenceForWhatWasNotKnown() {
    read(20, 5, 15);
    assertEquals(
        List.of(state(ThreadState.RUNNING, 0, 5), state(ThreadState.READY, 5, 20)),
        history.in(
            List.of(state(ThreadState.RUNNING, 0, 5), state(ThreadState.UNKNOWN, 5, 20)), START));
  }

  @Test
  void noStateGetsLonger() {
    read(10, 10, 50);
    assertEquals(
        List.of(state(ThreadState.READY, 0, 10), state(ThreadState.LOCK, 10, 30)),
        history.in(
            List.of(state(ThreadState.RUNNING, 0, 10), state(ThreadState.LOCK, 10, 30)), START));
  }

  @Test
  void withoutWaitsNothingChanges() {
    read(20, 20, 0);
    List<State> states = List.of(state(ThreadState.RUNNING, 0, 20));
    assertEquals(states, history.in(states, START));
  }

  /// Counters of a long time ago say nothing of when.
  @Test
  void aShortWaitInALongTimeIsOnlyCounted() {
    read(50_000, 50_000, 0);
    for (int i = 1; i <= 200; i++) {
      read(50_000 + 20 * i, 50_000 + 20 * i, i / 100);
    }
    assertEquals(2 * MILLI, history.ready());
  }

  @Test
  void howeverManySpansTheTotalsStay() {
    for (long i = 1; i <= 20_000; i++) {
      read(10 * i, 4 * i, 6 * i);
    }
    assertEquals(
        Map.of(ThreadState.RUNNING, 80_000L, ThreadState.READY, 120_000L),
        millis(history.in(List.of(state(ThreadState.RUNNING, 0, 200_000)), START)));
  }

  @Test
  void threadsAreIdentifiedByTheirCpuTime() {
    Map<String, TaskTimes> times = Map.of("10", new TaskTimes(500, 1), "11", new TaskTimes(700, 1));
    assertEquals("10", CoreWaits.onlyWithin(times, 500, 500));
    assertEquals("11", CoreWaits.onlyWithin(times, 650, 800));
    assertNull(CoreWaits.onlyWithin(times, 400, 800));
    assertNull(CoreWaits.onlyWithin(times, -1, -1));
  }
}
