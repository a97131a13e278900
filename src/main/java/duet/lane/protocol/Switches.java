package duet.lane.protocol;

import java.util.Locale;

/// Where an exploration lets another thread go on.
public enum Switches {
  /// Where the lane's real runtime can do that.
  REAL,
  /// Where the language permits it.
  ANY;

  /// The word used in options and in JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The value with this word.
  ///
  /// @throws IllegalArgumentException when there is none
  public static Switches of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
