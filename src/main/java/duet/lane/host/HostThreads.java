package duet.lane.host;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Duet's own threads in a host. They are known by their ids: a script may call its threads as it
/// likes.
public final class HostThreads {
  private static final String PREFIX = "duet-";
  private static final Set<Long> IDS = ConcurrentHashMap.newKeySet();
  private static final Set<String> TASKS = ConcurrentHashMap.newKeySet();

  private HostThreads() {}

  /// A daemon thread of Duet that is not started yet.
  ///
  /// @param name what it is called in thread dumps, where `duet-` stands before it
  static Thread unstarted(String name, Runnable work) {
    Thread thread =
        Thread.ofPlatform().daemon().name(PREFIX + name).unstarted(() -> registered(work));
    IDS.add(thread.threadId());
    return thread;
  }

  /// Starts a daemon thread of Duet.
  ///
  /// @param name as of [#unstarted]
  public static Thread start(String name, Runnable work) {
    Thread thread = unstarted(name, work);
    thread.start();
    return thread;
  }

  /// The system gives the id of a thread that has ended to another one.
  private static void registered(Runnable work) {
    String task = TaskTimes.ownId();
    TASKS.add(task);
    try {
      work.run();
    } finally {
      TASKS.remove(task);
      IDS.remove(Thread.currentThread().threadId());
    }
  }

  /// Whether the thread with this id is Duet's.
  ///
  /// @param tid as in [Thread#threadId()]
  static boolean isOwn(long tid) {
    return IDS.contains(tid);
  }

  /// Whether the native thread with this id is Duet's.
  static boolean isOwn(String task) {
    return TASKS.contains(task);
  }
}
