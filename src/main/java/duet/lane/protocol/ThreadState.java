package duet.lane.protocol;

import java.util.Locale;

/// What a thread is doing.
public enum ThreadState {
  /// Runs, or could run if it had a core.
  RUNNING,
  /// Waits for the global interpreter lock.
  GIL,
  /// Waits for a lock or a monitor.
  LOCK,
  /// Waits for something that another thread has to do: on a condition, an event, a queue.
  WAIT,
  /// Waits for a thread to end.
  JOIN,
  /// Sleeps.
  SLEEP,
  /// Waits for input or output.
  IO;

  /// The word used in JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The state with that word.
  ///
  /// @throws IllegalArgumentException when there is none
  public static ThreadState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
