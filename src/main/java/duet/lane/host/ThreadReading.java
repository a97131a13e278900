package duet.lane.host;

import duet.lane.host.ThreadObserver.ThreadRole;
import java.lang.Thread.State;

/// What can be read of a thread at any moment without stopping it.
///
/// @param tid as in the thread's lines
/// @param waits how often it has waited so far, the wait that it is in included, or another figure
///   that stays the same over one wait and over no two
/// @param waitsAt the class of the object that it waits at, empty where there is none or it is not
///   known
public record ThreadReading(long tid, ThreadRole role, State state, long waits, String waitsAt) {
  /// Where a thread waits for a signal that anybody may give, as an idle worker of a thread pool
  /// does for its queue. Nobody holds it, so it is in no deadlock of some threads.
  private static final String CONDITION =
      "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject";

  /// Where an idle worker of such a pool waits for work. When that takes too long, it ends; it
  /// wakes nobody.
  private static final String IDLE_WORKER = "java.util.concurrent.ForkJoinPool";

  boolean isOfScript() {
    return role == ThreadRole.SCRIPT;
  }

  /// Whether it goes on only when another thread does something for it.
  public boolean stands() {
    return switch (state) {
      case WAITING, BLOCKED -> true;
      case TIMED_WAITING -> waitsAt.equals(IDLE_WORKER);
      case NEW, RUNNABLE, TERMINATED -> false;
    };
  }

  /// Whether it waits, with or without a time limit.
  boolean isWaiting() {
    return stands() || state == State.TIMED_WAITING;
  }

  /// Whether it waits for something that another thread may hold.
  boolean waitsForAHolder() {
    return stands() && !waitsAt.equals(CONDITION);
  }
}
