package duet.lane.protocol;

import java.util.Locale;

/// What a thread is doing.
public enum ThreadState {
  /// Runs. Where nobody tells waits for a core apart, those count as running.
  RUNNING,
  /// Could run, but waits for a core of the machine.
  READY,
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
  IO,
  /// Duet does not know what it does: nothing was seen or recorded that tells.
  UNKNOWN;

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
