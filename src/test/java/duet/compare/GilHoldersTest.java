package duet.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.compare.GilHolders.Turn;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.ThreadState;
import duet.lane.protocol.Usage;
import duet.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GilHoldersTest {
  private static State state(long tid, ThreadState state, double from, double to) {
    return new State(tid, "t" + tid, state, (long) (from * 1e9), (long) (to * 1e9), "", 0);
  }

  private static Turn turn(long tid, double from, double to) {
    return new Turn(tid, "t" + tid, (long) (from * 1e9), (long) (to * 1e9));
  }

  private static Optional<GilHolders> holders(boolean hasGlobalLock, State... states) {
    return holders("lane", hasGlobalLock, states);
  }

  private static Optional<GilHolders> holders(String lane, boolean hasGlobalLock, State... states) {
    return GilHolders.of(
        ThreadActivity.of(
            new Run(
                lane,
                hasGlobalLock,
                "",
                List.of(),
                0,
                Outcome.COMPLETED,
                Usage.ofWall(4),
                "",
                List.of(states))));
  }

  private static final State[] TWO = {
    state(1, ThreadState.RUNNING, 0, 1),
    state(1, ThreadState.READY, 1, 2), // it keeps the lock while it waits for a core
    state(1, ThreadState.GIL, 2, 4),
    state(2, ThreadState.GIL, 0, 1.5),
    state(2, ThreadState.READY, 1.5, 2), // it will have the lock once it has a core
    state(2, ThreadState.RUNNING, 2, 3),
    state(2, ThreadState.SLEEP, 3, 4)
  };

  @Test
  void whoRunsHasTheLock() {
    GilHolders holders = holders(true, TWO).orElseThrow();
    assertEquals(List.of(turn(1, 0, 2), turn(2, 2, 3)), holders.turns());
    assertEquals(2, holders.seconds(1), 1e-9);
    assertEquals(
        List.of(Optional.of(1L), Optional.of(1L), Optional.of(2L), Optional.<Long>empty()),
        holders.cells(4, 4));
  }

  /// Sub-interpreters of CPython have a lock each, so nobody can say who has "the" lock.
  @Test
  void threadsThatRunAtOnceForLongHaveSeveralLocks() {
    var both =
        List.of(state(1, ThreadState.RUNNING, 0, 3), state(2, ThreadState.RUNNING, 0.5, 3.5));
    var usage = new Usage(4, OptionalDouble.of(6), OptionalDouble.empty());
    for (String lane : List.of("cpython-3.14", "python")) {
      var run = new Run(lane, true, "", List.of(), 0, Outcome.COMPLETED, usage, "", both);
      assertEquals(
          lane.equals("cpython-3.14"), GilHolders.of(ThreadActivity.of(run)).isEmpty(), lane);
    }
  }

  /// A moment without the lock counts as running, so that two threads may seem to run at once.
  @Test
  void onlyOneThreadAtATimeHasIt() {
    assertEquals(
        List.of(turn(1, 0, 1), turn(2, 1, 2), turn(1, 2, 4)),
        holders(true, state(1, ThreadState.RUNNING, 0, 4), state(2, ThreadState.RUNNING, 1, 2))
            .orElseThrow()
            .turns());
  }

  /// Free is what is known to be free.
  @Test
  void whereNothingIsKnownOfAThreadItMayHaveTheLock() {
    GilHolders holders =
        holders(
                true,
                state(1, ThreadState.SLEEP, 0, 1),
                state(1, ThreadState.RUNNING, 1, 2),
                state(1, ThreadState.SLEEP, 2, 6),
                state(2, ThreadState.UNKNOWN, 0.5, 3),
                state(2, ThreadState.SLEEP, 3, 6),
                state(3, ThreadState.UNKNOWN, 2.5, 4))
            .orElseThrow();
    assertEquals(
        List.of(nobodyKnown(0.5, 1), turn(1, 1, 2), nobodyKnown(2, 3), nobodyKnown(3, 4)),
        holders.turns());
    assertEquals(
        List.of(Optional.of(1L), Optional.of(GilHolders.NOT_KNOWN), Optional.<Long>empty()),
        holders.cells(6, 3));
  }

  private static Turn nobodyKnown(double from, double to) {
    return new Turn(GilHolders.NOT_KNOWN, "", (long) (from * 1e9), (long) (to * 1e9));
  }

  /// There, code in C runs without the lock.
  @Test
  void onCPythonWhoRunsHasTheLockOnlyIfNobodyElseCanHaveWhatIsWaitedFor() {
    assertEquals(
        List.of(
            turn(1, 0, 1), // the other one waits for it
            nobodyKnown(1, 3), // nobody waits for it; then two run, one of them without it
            turn(2, 3, 4), // it keeps it while it waits for a core
            nobodyKnown(5, 6)),
        holders(
                "cpython-3.13",
                true,
                state(1, ThreadState.RUNNING, 0, 3),
                state(1, ThreadState.GIL, 3, 4),
                state(1, ThreadState.SLEEP, 4, 6),
                state(2, ThreadState.GIL, 0, 1),
                state(2, ThreadState.LOCK, 1, 2),
                state(2, ThreadState.RUNNING, 2, 3),
                state(2, ThreadState.READY, 3, 4),
                state(2, ThreadState.SLEEP, 4, 5),
                state(2, ThreadState.UNKNOWN, 5, 6))
            .orElseThrow()
            .turns());
  }

  @Test
  void aLaneWithoutThatLockHasNoHolders() {
    assertEquals(Optional.empty(), holders(false, TWO));
    assertEquals(Optional.empty(), holders(true, state(1, ThreadState.RUNNING, 0, 1)));
  }
}
