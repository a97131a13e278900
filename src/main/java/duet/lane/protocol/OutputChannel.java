package duet.lane.protocol;

import java.util.Locale;

/// The source of a line: standard output, standard error, or Duet itself.
public enum OutputChannel {
  /// The script's standard output.
  OUT,
  /// The script's standard error.
  ERR,
  /// A note of Duet's own, such as that a cell of a notebook begins.
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
