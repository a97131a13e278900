package duet.lane.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.host.ThreadObserver.ThreadRole;
import duet.lane.protocol.HostMessage.Occasion;
import duet.lane.protocol.HostMessage.Threads;
import duet.lane.protocol.ThreadState;
import duet.lane.protocol.ThreadView;
import java.lang.Thread.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is a standstill, and above all what is none.
class StandstillCheckTest {
  private static final String CONDITION =
      "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject";
  private static final String LOCK = "java.util.concurrent.locks.ReentrantLock$NonfairSync";
  private static final String POOL = "java.util.concurrent.ForkJoinPool";

  private static final ThreadView ONE =
      new ThreadView("one", 1, ThreadState.LOCK, "s:1", "Lock b", 2, 1);
  private static final ThreadView TWO =
      new ThreadView("two", 2, ThreadState.LOCK, "s:2", "Lock a", 1, 1);
  private static final ThreadView MAIN =
      new ThreadView("main", 3, ThreadState.JOIN, "s:3", "thread one", 1, 1);

  private final FakeProcess process = new FakeProcess();
  private final FakeObserver observer = new FakeObserver();
  private final List<Object> found = new ArrayList<>();
  private final StandstillCheck.Decision findings =
      new StandstillCheck.Decision() {
        @Override
        public void stuck(Threads threads) {
          found.add(threads);
        }

        @Override
        public void exhausted() {
          found.add("exhausted");
        }
      };
  private final StandstillCheck check =
      new StandstillCheck(process, observer, findings, () -> process.nanos);

  // -- standstills

  @Test
  void everyThreadStandsOverTheWholeInterval() {
    observer.views = List.of(ONE, TWO);
    process.threads = List.of(waiting(1, 7), waiting(2, 9));
    for (int tick = 0; tick < 4; tick++) {
      tick();
      assertEquals(List.of(), found, "after " + tick + " ticks");
    }
    tick();
    assertEquals(List.of(new Threads(Occasion.STANDSTILL, List.of(ONE, TWO))), found);
    assertTrue(check.isOver());
    tick();
    assertEquals(1, found.size(), "it is told once");
    assertEquals(1, observer.looks);
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"WAITING", "BLOCKED"})
  void threadsStandInAnyWaitWithoutALimit(State state) {
    process.threads = List.of(script(1, state, 1, LOCK), waiting(2, 1));
    ticks(5);
    assertEquals(1, found.size());
  }

  @Test
  void idleWorkersOfAPoolStand() {
    process.threads =
        List.of(
            waiting(1, 7),
            helper(20, State.TIMED_WAITING, 3, POOL),
            helper(21, State.WAITING, 3, POOL));
    ticks(5);
    assertEquals(1, found.size());
  }

  // -- no standstills

  @Test
  void whoJoinsAThreadThatHasJustEndedIsAboutToGoOn() {
    process.threads = List.of(waiting(1, 7), sleeping(2, 1));
    ticks(9);
    process.threads = List.of(waiting(1, 7)); // the joiner has no core yet
    ticks(4);
    process.threads = List.of(running(1, 7));
    ticks(9);
    assertEquals(List.of(), found);
    assertEquals(0, observer.looks);
  }

  @Test
  void eachHasWaitedForLongButNotAllAtOnce() {
    process.threads = List.of(waiting(1, 7), running(2, 1));
    ticks(9);
    process.threads = List.of(waiting(1, 7), waiting(2, 2));
    ticks(4);
    process.threads = List.of(running(1, 7), waiting(2, 2));
    ticks(4);
    assertEquals(List.of(), found);
  }

  @Test
  void somebodyRanBetweenTwoLooks() {
    process.threads = List.of(waiting(1, 7), waiting(2, 1));
    for (int waits = 1; waits < 20; waits++) {
      process.threads = List.of(waiting(1, 7), waiting(2, waits));
      ticks(4);
    }
    assertEquals(List.of(), found);
    assertEquals(0, observer.looks);
  }

  @Test
  void aHelperRanBetweenTwoLooks() {
    for (int waits = 1; waits < 20; waits++) {
      process.threads = List.of(waiting(1, 7), helper(9, State.WAITING, waits, CONDITION));
      ticks(4);
    }
    assertEquals(List.of(), found);
  }

  @Test
  void aThreadThatWasSignalledHasNoCoreYet() {
    process.threads = List.of(waiting(1, 7), waiting(2, 1));
    process.isAnyReady = true;
    ticks(30);
    assertEquals(List.of(), found);
    assertEquals(0, observer.looks);
    process.isAnyReady = false;
    tick();
    assertEquals(1, found.size());
  }

  @Test
  void aThreadGoesOnAtTheLastMoment() {
    process.threads = List.of(waiting(1, 7), waiting(2, 1));
    ticks(4);
    process.nextThreads = Optional.of(List.of(waiting(1, 8), waiting(2, 1)));
    tick();
    assertEquals(List.of(), found);
    assertEquals(0, observer.looks);
  }

  @Test
  void whoPrintsWaitsForDuet() {
    process.threads = List.of(waiting(1, 7));
    process.isOutputHeldUp = true;
    ticks(30);
    assertEquals(List.of(), found);
  }

  @Test
  void timedWaitsEndByThemselves() {
    process.threads = List.of(waiting(1, 7), sleeping(2, 1));
    ticks(30);
    process.threads = List.of(waiting(1, 7), helper(2, State.TIMED_WAITING, 1, CONDITION));
    ticks(30);
    assertEquals(List.of(), found);
    assertEquals(0, observer.looks);
  }

  @Test
  void aHelperThatRunsMayWakeAThread() {
    process.threads = List.of(waiting(1, 7), helper(9, State.RUNNABLE, 1, ""));
    ticks(30);
    assertEquals(List.of(), found);
  }

  @Test
  void withoutAThreadOfTheScriptThereIsNothingToTell() {
    process.threads = List.of(helper(9, State.WAITING, 1, CONDITION));
    ticks(30);
    assertEquals(List.of(), found);
  }

  @Test
  void whatSomethingElseMayWakeIsLookedAtLessAndLessOften() {
    process.threads = List.of(waiting(1, 7));
    observer.canGoOn = true;
    ticks(65);
    assertEquals(List.of(), found);
    assertEquals(5, observer.looks, "after 0.4, 0.8, 1.6, 3.2 and 6.4 s");
  }

  @Test
  void tooManyThreadsAreNotWatched() {
    process.threads = List.of(waiting(1, 7));
    ticks(4);
    process.areTooMany = true;
    ticks(9);
    process.areTooMany = false;
    ticks(4);
    assertEquals(List.of(), found);
  }

  @Test
  void afterItsEndNothingIsTold() {
    process.threads = List.of(waiting(1, 7));
    observer.whileItLooks = check::end;
    ticks(9);
    assertEquals(List.of(), found);
    assertTrue(check.isOver());
  }

  // -- deadlocks of some threads

  @Test
  void aCycleIsToldWhileOthersGoOn() {
    observer.views = List.of(ONE, TWO, MAIN);
    process.threads = List.of(locked(1, 7), locked(2, 9), running(3, 1));
    ticks(10);
    assertEquals(List.of(), found);
    ticks(30);
    assertEquals(List.of(new Threads(Occasion.DEADLOCK, List.of(ONE, TWO))), found);
    assertEquals(1, observer.looks, "the same threads are looked at once");
    assertFalse(check.isOver());
  }

  /// A thread that goes on may cancel one of them.
  @Test
  void aCycleOfTasksIsToldOnlyWhenEveryThreadStands() {
    ThreadView a = new ThreadView("task a", -1, ThreadState.JOIN, "s:3", "task b", -2, 0);
    ThreadView b = new ThreadView("task b", -2, ThreadState.JOIN, "s:5", "task a", -1, 0);
    observer.views = List.of(MAIN, a, b);
    process.threads = List.of(locked(3, 7), locked(4, 7), running(5, 1));
    ticks(25);
    assertEquals(1, observer.looks);
    assertEquals(List.of(), found);
    process.threads = List.of(locked(3, 7), locked(4, 7));
    ticks(5);
    assertEquals(List.of(new Threads(Occasion.STANDSTILL, observer.views)), found);
  }

  @Test
  void threadsThatSwapALockAreInNoCycle() {
    observer.views = List.of(ONE, TWO);
    process.threads = List.of(locked(1, 7), locked(2, 9), running(3, 1));
    observer.whileItLooks = () -> process.threads = List.of(locked(1, 8), locked(2, 9));
    ticks(11);
    assertEquals(1, observer.looks);
    assertEquals(List.of(), found);
  }

  @Test
  void aThreadThatStandsOnlyNowIsInNoCycle() {
    observer.views = List.of(ONE, new ThreadView("two", 2, ThreadState.JOIN, "", "", 1, 0));
    process.threads = List.of(locked(1, 7), running(2, 9), locked(4, 1));
    ticks(10);
    process.threads = List.of(locked(1, 7), locked(2, 10), locked(4, 1), running(3, 1));
    tick();
    assertEquals(1, observer.looks);
    assertEquals(List.of(), found);
  }

  @Test
  void threadsWithoutACycleAreNotTold() {
    observer.views = List.of(MAIN);
    process.threads = List.of(locked(1, 7), locked(2, 9), running(3, 1));
    ticks(30);
    assertEquals(1, observer.looks);
    assertEquals(List.of(), found);
  }

  @Test
  void idleWorkersAreNotLookedAt() {
    process.threads = List.of(waiting(1, 7), waiting(2, 9), running(3, 1));
    ticks(30);
    assertEquals(0, observer.looks);
  }

  // -- waits and memory

  @Test
  void aWaitIsAsLongAsItsCountIsTheSame() {
    process.threads = List.of(waiting(1, 7), running(2, 1), sleeping(3, 4));
    ticks(3);
    assertEquals(List.of(0.3, 0.0, 0.3), Stream.of(1L, 2L, 3L).map(check::waiting).toList());
    process.threads = List.of(waiting(1, 8), running(2, 1));
    tick();
    assertEquals(List.of(0.1, 0.0, 0.0), Stream.of(1L, 2L, 3L).map(check::waiting).toList());
  }

  @Test
  void exhaustedMemoryIsToldOnce() {
    process.threads = List.of(running(1, 1));
    tick();
    process.isMemoryExhausted = true;
    ticks(3);
    assertEquals(List.of("exhausted"), found);
  }

  @Test
  void noMemoryToLookIsExhaustedMemory() {
    process.threads = List.of(waiting(1, 1));
    observer.whileItLooks =
        () -> {
          throw new OutOfMemoryError("none left");
        };
    ticks(9);
    assertEquals(List.of("exhausted"), found);
  }

  private void ticks(int count) {
    Stream.generate(() -> 1).limit(count).forEach(_ -> tick());
  }

  /// The watch checks every 0.1 s.
  private void tick() {
    check.check();
    process.nanos += 100_000_000;
  }

  private static ThreadReading script(long tid, State state, long waits, String waitsAt) {
    return new ThreadReading(tid, ThreadRole.SCRIPT, state, waits, waitsAt);
  }

  private static ThreadReading helper(long tid, State state, long waits, String waitsAt) {
    return new ThreadReading(tid, ThreadRole.HELPER, state, waits, waitsAt);
  }

  private static ThreadReading waiting(long tid, long waits) {
    return script(tid, State.WAITING, waits, CONDITION);
  }

  private static ThreadReading locked(long tid, long waits) {
    return script(tid, State.WAITING, waits, LOCK);
  }

  private static ThreadReading sleeping(long tid, long waits) {
    return script(tid, State.TIMED_WAITING, waits, "");
  }

  private static ThreadReading running(long tid, long waits) {
    return script(tid, State.RUNNABLE, waits, "");
  }

  private static final class FakeProcess implements WatchedProcess {
    private long nanos = 1_000_000_000_000L;
    private List<ThreadReading> threads = List.of();

    /// What the second reading of a check sees, once.
    private Optional<List<ThreadReading>> nextThreads = Optional.empty();

    private int readings;
    private boolean isAnyReady;
    private boolean isOutputHeldUp;
    private boolean isMemoryExhausted;
    private boolean areTooMany;

    @Override
    public Optional<List<ThreadReading>> threads() {
      if (areTooMany) {
        return Optional.empty();
      }
      boolean isSecond = nextThreads.isPresent() && readings++ > 0;
      List<ThreadReading> seen = isSecond ? nextThreads.orElseThrow() : threads;
      if (isSecond) {
        nextThreads = Optional.empty();
      }
      return Optional.of(seen);
    }

    @Override
    public boolean isAnyReady() {
      return isAnyReady;
    }

    @Override
    public boolean isOutputHeldUp() {
      return isOutputHeldUp;
    }

    @Override
    public boolean isMemoryExhausted() {
      return isMemoryExhausted;
    }
  }

  private static final class FakeObserver implements ThreadObserver {
    private List<ThreadView> views = List.of();
    private boolean canGoOn;
    private int looks;
    private Runnable whileItLooks = () -> {};

    @Override
    public ThreadRole roleOf(long tid, String name) {
      throw new AssertionError("the readings have their roles");
    }

    @Override
    public Sight look(LongToDoubleFunction waiting, Duration atMost) {
      looks++;
      whileItLooks.run();
      return new Sight(views, canGoOn);
    }
  }
}
