package duet.lane.java.woven;

import duet.lane.java.record.HaltHook;
import duet.lane.java.record.ThreadRecord;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/// Tells the [ThreadRecord] which threads a script starts, and when a thread sleeps, and the
/// [HaltHook] when one halts the process. Calls to these methods are put into the script.
public final class ThreadCalls {
  private ThreadCalls() {}

  /// The script has started this thread.
  public static void started(@Nullable Thread thread) {
    ThreadRecord.started(thread);
  }

  /// A factory that records what another one makes.
  public static ThreadFactory recorded(ThreadFactory factory) {
    return task -> {
      Thread made = factory.newThread(task);
      ThreadRecord.started(made);
      return made;
    };
  }

  /// The factory of virtual threads, recorded.
  public static ThreadFactory virtualFactory() {
    return recorded(Thread.ofVirtual().factory());
  }

  /// The calling thread is about to sleep.
  public static void sleeps() {
    ThreadRecord.sleeps();
  }

  /// The calling thread has slept.
  public static void slept() {
    ThreadRecord.slept();
  }

  /// The calling thread is about to halt the process.
  public static void halts() {
    HaltHook.run();
  }
}
