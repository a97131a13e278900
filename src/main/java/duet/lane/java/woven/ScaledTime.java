package duet.lane.java.woven;

import duet.lane.java.record.Speed;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Divides the durations of a script that plays at another speed: Calls to these methods are put
/// before every sleep and timed wait. Zero and negative durations keep their meaning.
public final class ScaledTime {
  private ScaledTime() {}

  /// Nanoseconds, divided.
  public static long nanos(long nanos) {
    return nanos <= 0 ? nanos : Math.max(1, (long) (nanos / Speed.factor()));
  }

  /// Milliseconds, divided; never 0, which some waits take for "for ever".
  public static long millis(long millis) {
    return millis <= 0 ? millis : Math.max(1, Math.round(millis / Speed.factor()));
  }

  /// An amount of some unit, as divided nanoseconds.
  public static long nanos(long amount, TimeUnit unit) {
    return nanos(unit.toNanos(amount));
  }

  /// A duration, divided.
  public static Duration duration(Duration duration) {
    return Duration.ofNanos(nanos(duration.toNanos()));
  }

  /// What is left of a divided wait, on the script's own scale.
  public static long unscaledNanos(long nanos) {
    return (long) (nanos * Speed.factor());
  }

  /// [Thread#sleep(long)], with a resolution finer than a millisecond.
  public static void sleep(long millis) throws InterruptedException {
    if (millis < 0) {
      Thread.sleep(millis);
    }
    Thread.sleep(duration(Duration.ofMillis(millis)));
  }

  /// [Thread#sleep(long, int)].
  public static void sleep(long millis, int nanos) throws InterruptedException {
    Thread.sleep(duration(Duration.ofMillis(millis).plusNanos(nanos)));
  }

  /// [TimeUnit#sleep(long)].
  public static void sleep(TimeUnit unit, long amount) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanos(amount, unit));
  }

  /// [Timer#schedule(TimerTask, long, long)].
  public static void schedule(Timer timer, TimerTask task, long delay, long period) {
    timer.schedule(task, millis(delay), millis(period));
  }

  /// [Timer#scheduleAtFixedRate(TimerTask, long, long)].
  public static void scheduleAtFixedRate(Timer timer, TimerTask task, long delay, long period) {
    timer.scheduleAtFixedRate(task, millis(delay), millis(period));
  }

  /// [ScheduledExecutorService#scheduleAtFixedRate].
  public static ScheduledFuture<?> scheduleAtFixedRate(
      ScheduledExecutorService executor, Runnable task, long delay, long period, TimeUnit unit) {
    return executor.scheduleAtFixedRate(
        task, nanos(delay, unit), nanos(period, unit), TimeUnit.NANOSECONDS);
  }

  /// [ScheduledExecutorService#scheduleWithFixedDelay].
  public static ScheduledFuture<?> scheduleWithFixedDelay(
      ScheduledExecutorService executor, Runnable task, long delay, long pause, TimeUnit unit) {
    return executor.scheduleWithFixedDelay(
        task, nanos(delay, unit), nanos(pause, unit), TimeUnit.NANOSECONDS);
  }
}
