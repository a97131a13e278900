package duet.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A figure that every run has, by the word that lessons use for it.
public enum RunFigure {
  /// The run's wall time at speed 1, in seconds.
  WALL,
  /// CPU time of the script's own threads, in seconds.
  CPU,
  /// How many cores were busy on average.
  CORES,
  /// The share of their time that the threads waited for the GIL, in percent.
  GIL_WAIT,
  /// The sleep of all threads together at speed 1, in seconds.
  SLEPT,
  /// How many threads the script started.
  THREADS,
  /// How many lines the script printed on standard output.
  LINES;

  /// The word in lessons.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The figure of that word, if there is one.
  public static Optional<RunFigure> of(String word) {
    return Arrays.stream(values()).filter(quantity -> quantity.word().equals(word)).findFirst();
  }

  /// All words.
  public static List<String> words() {
    return Arrays.stream(values()).map(RunFigure::word).toList();
  }

  /// Whether the speed of a play changes it.
  public boolean isScaled() {
    return this == WALL || this == SLEPT;
  }

  /// Whether it depends on how many cores the machine has for the run's threads.
  public boolean needsCores() {
    return switch (this) {
      case WALL, CPU, CORES, GIL_WAIT -> true;
      case SLEPT, THREADS, LINES -> false;
    };
  }

  /// Its unit with a space before it; empty for a count.
  public String unit() {
    return switch (this) {
      case WALL, CPU, SLEPT -> " s";
      case GIL_WAIT -> " %";
      case CORES, THREADS, LINES -> "";
    };
  }
}
