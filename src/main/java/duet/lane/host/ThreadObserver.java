package duet.lane.host;

import duet.lane.protocol.ThreadView;
import java.time.Duration;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/// Finds out what the threads of a running script are doing, without the script's help.
public interface ThreadObserver {
  /// What a thread of the host means to the script.
  enum ThreadRole {
    /// One of the script's own.
    SCRIPT,
    /// Works for the script, such as a timer; may wake one of the script's threads.
    HELPER,
    /// Has nothing to do with the script: the JVM's own, or the language runtime's.
    OTHER
  }

  /// What the script's threads are doing.
  ///
  /// @param canGoOn whether any of them may go on, even if every platform thread waits
  record Sight(List<ThreadView> threads, boolean canGoOn) {
    public Sight {
      threads = List.copyOf(threads);
    }
  }

  /// The role of a thread that was started after "go". Called once for each thread.
  ThreadRole roleOf(long tid, String name);

  /// Looks closely. This takes a moment, and may not return while the language runtime is busy.
  ///
  /// @param waiting for how many seconds a thread has been waiting at the same place, by its id
  /// @param atMost how long it may ask the language runtime for what only that knows
  Sight look(LongToDoubleFunction waiting, Duration atMost);
}
