package duet.lane.java.record;

import org.jspecify.annotations.Nullable;

/// The request that typed code stops.
public final class StopRequest {
  /// Thrown to stop typed code. It has no stack trace, since it is no error.
  public static final class Stopped extends Error {
    private static final long serialVersionUID = 1;

    Stopped() {
      super("interrupted", null, false, false);
    }
  }

  private static volatile @Nullable Thread toStop;

  private StopRequest() {}

  /// The thread to stop at its next check; null lets all threads go on.
  public static void stop(@Nullable Thread thread) {
    toStop = thread;
  }

  /// Throws [Stopped] if the calling thread is to stop.
  public static void check() {
    Thread stopped = toStop;
    if (stopped != null && stopped == Thread.currentThread()) {
      throw new Stopped();
    }
  }
}
