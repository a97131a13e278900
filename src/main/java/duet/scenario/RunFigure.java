package duet.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A figure that every run has, by the word that lessons use for it.
public enum RunFigure {
  /// How long it took at speed 1, in seconds.
  WALL,
  /// CPU time of the script's own threads, in seconds.
  CPU,
  /// How many cores were busy on average.
  CORES,
  /// The part of their time that its threads waited for the GIL, in percent.
  GIL_WAIT,
  /// How long its threads slept at speed 1, all of them together, in seconds.
  SLEPT,
  /// How many threads it started.
  THREADS,
  /// How many lines it printed to standard output.
  LINES;

  /// The word.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The quantity of that word, if it is one.
  public static Optional<RunFigure> of(String word) {
    return Arrays.stream(values()).filter(quantity -> quantity.word().equals(word)).findFirst();
  }

  /// All words.
  public static List<String> words() {
    return Arrays.stream(values()).map(RunFigure::word).toList();
  }

  /// Whether it is a time that a play at another speed changes.
  public boolean isScaled() {
    return this == WALL || this == SLEPT;
  }

  /// What stands behind its number, with a space before it; empty for a plain count.
  public String unit() {
    return switch (this) {
      case WALL, CPU, SLEPT -> " s";
      case GIL_WAIT -> " %";
      case CORES, THREADS, LINES -> "";
    };
  }
}
