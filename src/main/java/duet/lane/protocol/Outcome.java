package duet.lane.protocol;

import java.util.Locale;

/// How a lane's run ended.
public enum Outcome {
  /// The script ran to its end.
  COMPLETED,
  /// The script raised an error, or exited with a status other than 0.
  FAILED,
  /// The script did not parse or compile; nothing of it ran.
  REJECTED,
  /// The script was still running at the deadline.
  TIMED_OUT,
  /// The user stopped it.
  INTERRUPTED,
  /// Its host died.
  CRASHED;

  /// The word used on screen and in JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The outcome with that word.
  ///
  /// @throws IllegalArgumentException when there is none
  public static Outcome of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
