package duet.lane.java.woven;

import duet.lane.java.explore.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/// What [java.util.concurrent.locks.LockSupport] does in an explored script.
public final class ParkTurns {
  private static final long MILLI = 1_000_000;

  private ParkTurns() {}

  /// Parks.
  public static void park() {
    Schedule.current().park(null, 0);
  }

  /// Parks.
  public static void park(@Nullable Object blocker) {
    Schedule.current().park(blocker, 0);
  }

  /// Parks for a while.
  public static void parkNanos(long nanos) {
    parkNanos(null, nanos);
  }

  /// Parks for a while.
  public static void parkNanos(@Nullable Object blocker, long nanos) {
    if (nanos > 0) {
      Schedule.current().park(blocker, nanos);
    }
  }

  /// Parks until a time.
  public static void parkUntil(long millis) {
    parkUntil(null, millis);
  }

  /// Parks until a time.
  public static void parkUntil(@Nullable Object blocker, long millis) {
    parkNanos(blocker, (millis - SystemTurns.currentTimeMillis()) * MILLI);
  }

  /// Parks as the JDK's own classes do.
  ///
  /// @param isTime whether the time is a time of day in milliseconds, or else nanoseconds from now,
  ///   of which 0 are for ever
  public static void park(boolean isTime, long time) {
    if (isTime) {
      parkUntil(time);
    } else {
      Schedule.current().park(null, time);
    }
  }

  /// Lets a thread go on.
  public static void unpark(@Nullable Object thread) {
    Schedule.current().unpark((Thread) thread);
  }

  /// Lets a thread go on.
  public static void unpark(@Nullable Thread thread) {
    Schedule.current().unpark(thread);
  }

  /// The number of a thread, as locks use it.
  public static long getThreadId(Thread thread) {
    return Schedule.current().id(thread);
  }

  /// What parks a thread is not told.
  public static void setCurrentBlocker(@Nullable Object blocker) {}
}
