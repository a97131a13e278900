package duet.lane.protocol;

import java.util.Locale;

/// Where a line of a log comes from.
public enum OutputChannel {
  /// The script's standard output.
  OUT,
  /// The script's standard error.
  ERR,
  /// Duet itself, which remarks something: that a cell of a notebook begins, for instance.
  NOTE;

  /// The word used in JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The stream with this word.
  ///
  /// @throws IllegalArgumentException when there is none
  public static OutputChannel of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
