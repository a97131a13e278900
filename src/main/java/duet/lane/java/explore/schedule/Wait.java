package duet.lane.java.explore.schedule;

import org.jspecify.annotations.Nullable;

/// What a thread waits for before it can go on.
final class Wait {
  /// For ever, unless something else ends the wait.
  static final long NEVER = Long.MAX_VALUE;

  /// The kinds of waiting.
  enum Kind {
    LOCK,
    PARK,
    SLEEP,
    NOTIFICATION,
    JOIN
  }

  final Kind kind;
  final long wake;
  final @Nullable Monitor monitor;
  final @Nullable ScriptThread target;
  final @Nullable Object blocker;
  boolean signalled;

  private Wait(
      Kind kind,
      long wake,
      @Nullable Monitor monitor,
      @Nullable ScriptThread target,
      @Nullable Object blocker) {
    this.kind = kind;
    this.wake = wake;
    this.monitor = monitor;
    this.target = target;
    this.blocker = blocker;
  }

  static Wait lock(Monitor monitor) {
    return new Wait(Kind.LOCK, NEVER, monitor, null, null);
  }

  static Wait park(@Nullable Object blocker, long wake) {
    return new Wait(Kind.PARK, wake, null, null, blocker);
  }

  static Wait sleep(long wake) {
    return new Wait(Kind.SLEEP, wake, null, null, null);
  }

  static Wait notification(Monitor monitor, long wake) {
    return new Wait(Kind.NOTIFICATION, wake, monitor, null, null);
  }

  static Wait join(ScriptThread target, long wake) {
    return new Wait(Kind.JOIN, wake, null, target, null);
  }

  /// Whether what the thread waits for has happened, time apart.
  boolean isReady(ScriptThread thread) {
    return switch (kind) {
      case LOCK -> isMonitorFree(thread);
      case PARK -> thread.permit || thread.interrupted;
      case SLEEP -> thread.interrupted;
      case NOTIFICATION -> (signalled || thread.interrupted) && isMonitorFree(thread);
      case JOIN -> (target != null && target.ended) || thread.interrupted;
    };
  }

  /// Whether the thread can go on, if need be by letting time pass.
  boolean isEnabled(ScriptThread thread) {
    return isReady(thread) || (wake != NEVER && isMonitorFree(thread));
  }

  private boolean isMonitorFree(ScriptThread thread) {
    return monitor == null || monitor.isFreeFor(thread);
  }
}
