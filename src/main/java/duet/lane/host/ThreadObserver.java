package duet.lane.host;

import duet.lane.protocol.ThreadView;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/// Looks at the threads of a running script from outside.
public interface ThreadObserver {
  /// What a thread of this process means to the script.
  enum ThreadRole {
    /// One of the script's own.
    SCRIPT,
    /// Started on the script's behalf; may wake one of its threads while it is busy itself.
    HELPER,
    /// Of no account: the JVM's own, or the language runtime's.
    OTHER
  }

  /// What the script's threads are doing.
  ///
  /// @param canGoOn whether any of them may go on although every platform thread waits
  record Sight(List<ThreadView> threads, boolean canGoOn) {
    public Sight {
      threads = List.copyOf(threads);
    }
  }

  /// The part that a thread plays which was not there before "go". Asked once for each thread.
  ThreadRole roleOf(long tid, String name);

  /// Looks closely. May take a moment, and may not come back while the language runtime is busy.
  ///
  /// @param waiting for how many seconds a thread has been waiting at the same place, by its id
  Sight look(LongToDoubleFunction waiting);
}
