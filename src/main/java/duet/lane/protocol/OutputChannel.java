package duet.lane.protocol;

import java.util.Locale;

/// The source of a line: standard output, standard error, Duet itself, or what a notebook shows.
public enum OutputChannel {
  /// The script's standard output.
  OUT,
  /// The script's standard error.
  ERR,
  /// A note of Duet's own, such as that a cell of a notebook begins.
  NOTE,
  /// HTML that a notebook shows. Its text form is a line before it, so only pages show it.
  HTML;

  /// Whether the script prints it.
  public boolean isPrinted() {
    return this == OUT || this == ERR;
  }

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
