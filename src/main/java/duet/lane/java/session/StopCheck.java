package duet.lane.java.session;

import org.jspecify.annotations.Nullable;

/// Where typed code asks, at every turn of a loop and at the start of every method, whether it is
/// to break off: a JVM cannot stop a thread from outside. Public, since that code calls it.
public final class StopCheck {
  /// What breaks typed code off. It has no stack trace: nobody is at fault.
  static final class Stopped extends Error {
    private static final long serialVersionUID = 1;

    Stopped() {
      super("interrupted", null, false, false);
    }
  }

  private static volatile @Nullable Thread toStop;

  private StopCheck() {}

  /// Breaks off a thread at its next check; null lets all go on.
  static void stop(@Nullable Thread thread) {
    toStop = thread;
  }

  /// Throws if the calling thread is to break off.
  public static void check() {
    Thread stopped = toStop;
    if (stopped != null && stopped == Thread.currentThread()) {
      throw new Stopped();
    }
  }
}
