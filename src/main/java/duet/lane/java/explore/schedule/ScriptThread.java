package duet.lane.java.explore.schedule;

import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A thread of the script in a schedule. The script sees the thread that it has made itself, which
/// is never started; a virtual thread that is scheduled here alone runs its code instead.
public final class ScriptThread implements Executor {
  final int number;
  final Thread visible;
  final boolean isDaemon;
  final Schedule schedule;
  private final Runnable task;
  private @Nullable Thread runner;
  private @Nullable Runnable continuation;

  @Nullable Wait wait;
  Site site = Site.NONE;
  String value = "";
  boolean yields;
  boolean ended;
  boolean isOff;
  boolean permit;
  boolean interrupted;
  int initialising;
  int note = -1;
  int allowance = Schedule.IN_A_ROW;
  int yieldsInARow;

  /// @param visible the thread as the script sees it
  /// @param task what it runs
  ScriptThread(Schedule schedule, int number, Thread visible, Runnable task, boolean isDaemon) {
    this.schedule = schedule;
    this.number = number;
    this.visible = visible;
    this.task = task;
    this.isDaemon = isDaemon;
  }

  /// Its name; virtual threads usually have none.
  String name() {
    String name = visible.getName();
    return name.isEmpty() ? String.format(Locale.ROOT, "virtual-%d", number) : name;
  }

  /// Prepares the thread that runs its code. The calling thread is the one that starts it.
  void prepare(@Nullable Object container) {
    Thread made = VirtualThreadMaker.unstarted(this, this::run);
    runner = made;
    VirtualThreadMaker.start(made, container);
  }

  private void run() {
    try {
      task.run();
    } catch (Throwable thrown) {
      schedule.uncaught(this, thrown);
    } finally {
      schedule.ended(this);
    }
  }

  /// Takes what the JVM wants to have run so that this thread goes on.
  @Override
  public void execute(Runnable next) {
    continuation = next;
  }

  /// Lets it run until it hands over, ends, or blocks in a way that is not known here. Called by
  /// the thread that carries all of them.
  void resume() {
    isOff = false;
    if (continuation == null) {
      LockSupport.unpark(runner);
    }
    Runnable next = continuation;
    continuation = null;
    if (next != null) {
      next.run();
    }
  }

  /// Stops until it is resumed. Called by this thread.
  void handOver() {
    isOff = true;
    do {
      LockSupport.park();
    } while (isOff);
  }

  /// Whether the calling thread is this one.
  boolean isCurrent() {
    return Thread.currentThread() == runner;
  }

  /// Its stack.
  StackTraceElement[] stack() {
    return runner == null ? new StackTraceElement[0] : runner.getStackTrace();
  }

  /// Forgets it, so that it can be collected although it has not ended.
  void drop() {
    if (!ended && runner != null) {
      VirtualThreadMaker.forget(runner);
    }
  }

  /// Whether it could go on.
  boolean isEnabled() {
    Wait awaited = wait;
    return !ended && (awaited == null || awaited.isEnabled(this));
  }

  /// Whether it can only go on by letting time pass, or has said that others should go first.
  boolean isAsleep(long now) {
    Wait awaited = wait;
    return yields || (awaited != null && !awaited.isReady(this) && awaited.wake > now);
  }

  /// When it would wake up.
  long wake(long now) {
    Wait awaited = wait;
    return awaited == null || awaited.isReady(this) || awaited.wake == Wait.NEVER
        ? now
        : awaited.wake;
  }
}
