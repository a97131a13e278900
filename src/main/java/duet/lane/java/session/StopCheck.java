package duet.lane.java.session;

import org.jspecify.annotations.Nullable;

/// The check by which typed code stops itself, at every turn of a loop and at the start of every
/// method, because a JVM cannot stop a thread from outside. It is public since typed code calls it.
public final class StopCheck {
  /// Thrown to stop typed code. It has no stack trace, since it is no error.
  static final class Stopped extends Error {
    private static final long serialVersionUID = 1;

    Stopped() {
      super("interrupted", null, false, false);
    }
  }

  private static volatile @Nullable Thread toStop;

  private StopCheck() {}

  /// The thread to stop at its next check; null lets all threads go on.
  static void stop(@Nullable Thread thread) {
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
