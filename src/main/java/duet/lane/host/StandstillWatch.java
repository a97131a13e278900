package duet.lane.host;

import duet.lane.protocol.HostMessage.Occasion;
import duet.lane.protocol.HostMessage.Threads;
import duet.lane.protocol.ThreadView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/// Watches a script for threads that can never go on: a thread that makes a [StandstillCheck] ten
/// times a second. The check reads a few fields of each thread and stops none; only when threads
/// have stood still for a while does it have the [ThreadObserver] look closely.
final class StandstillWatch {
  private static final long TICK_MILLIS = 100;

  /// How long the end of the watch waits for its last look.
  private static final long END_TIMEOUT_MILLIS = 1_000;

  private final Thread thread = HostThreads.unstarted("watch", this::watch);
  private final ThreadObserver observer;
  private final StandstillCheck check;
  private final Runnable eachTick;
  private final CountDownLatch ended = new CountDownLatch(1);

  /// Threads that were made before this one are not the script's, except the one that will run its
  /// main program.
  ///
  /// @param late as [Guest#lateThreads] tells
  /// @param isOutputHeldUp whether the script prints faster than Duet reads
  /// @param eachTick what else has to be done ten times a second while the script runs
  StandstillWatch(
      ThreadObserver observer,
      Set<String> late,
      StandstillCheck.Decision findings,
      BooleanSupplier isOutputHeldUp,
      Runnable eachTick) {
    this.observer = observer;
    this.eachTick = eachTick;
    var process = new OwnProcess(observer, late, isOutputHeldUp, thread.threadId());
    check = new StandstillCheck(process, observer, findings, System::nanoTime);
  }

  void start() {
    thread.start();
  }

  /// From now on, nothing is reported.
  void end() {
    check.end();
    ended.countDown();
  }

  /// Whether it has ended. It gets a moment for that: it may still be looking at the script.
  boolean hasEnded() {
    Uninterruptible.run(() -> thread.join(END_TIMEOUT_MILLIS));
    return !thread.isAlive();
  }

  /// What the script's threads are doing now, if that can be found out within this time.
  Optional<Threads> look(Occasion occasion, long atMostMillis) {
    BlockingQueue<Threads> seen = new ArrayBlockingQueue<>(1);
    HostThreads.start("look", () -> seen.add(new Threads(occasion, look(atMostMillis))));
    var result = new AtomicReference<Optional<Threads>>(Optional.empty());
    Uninterruptible.run(
        () -> result.set(Optional.ofNullable(seen.poll(atMostMillis, TimeUnit.MILLISECONDS))));
    return result.get();
  }

  /// Asks for a part of the time only, so that there is something to see in any case.
  private List<ThreadView> look(long atMostMillis) {
    return observer.look(check::waiting, Duration.ofMillis(2 * atMostMillis / 3)).threads();
  }

  private void watch() {
    sleep();
    while (!check.isOver()) {
      eachTick.run();
      check.check();
      sleep();
    }
  }

  private void sleep() {
    try {
      var _ = ended.await(TICK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // Only a script does that, and it is watched all the same.
    }
  }
}
