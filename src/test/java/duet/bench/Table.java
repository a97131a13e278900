package duet.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The results, a row for each measurement, printed as soon as it is known, in Markdown.
final class Table {
  /// Something that can be measured in seconds, or NaN where it cannot.
  @FunctionalInterface
  interface Measurement {
    double seconds() throws Exception;
  }

  private final int rounds;

  Table(int rounds) {
    this.rounds = rounds;
    System.out.println("| what | ours | anchor | | ratio | target | |");
    System.out.println("|---|---|---|---|---|---|---|");
  }

  /// Measures ours and the anchor in turn, and prints medians, spread and ratio.
  void pair(String what, String anchorName, double target, Measurement ours, Measurement anchor)
      throws Exception {
    var mine = new ArrayList<Double>();
    var theirs = new ArrayList<Double>();
    for (int i = 0; i < rounds; i++) {
      mine.add(ours.seconds());
      theirs.add(anchor.seconds());
    }
    double ratio = median(mine) / median(theirs);
    row(what, spread(mine), spread(theirs), anchorName, ratio, target);
  }

  /// A ratio that was measured elsewhere.
  void ratio(String what, String anchorName, double ours, double anchor, double target) {
    row(
        what,
        "%.4f s".formatted(ours),
        "%.4f s".formatted(anchor),
        anchorName,
        ours / anchor,
        target);
  }

  /// A figure with a limit of its own.
  void limit(String what, String unit, double ours, double target) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f %s | – | | | ≤ %.0f %s | %s |%n",
        what,
        ours,
        unit,
        target,
        unit,
        ours <= target ? "✓" : "✗");
  }

  /// An anchor that is not here.
  void skip(String what, String why) {
    System.out.printf("| %s | | | | | | skipped: %s |%n", what, why);
  }

  private static void row(
      String what, String ours, String anchor, String name, double ratio, double target) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %s | **%.3f** | ≤ %.2f | %s |%n",
        what,
        ours,
        anchor,
        name,
        ratio,
        target,
        ratio <= target ? "✓" : "✗");
  }

  private static String spread(List<Double> seconds) {
    double[] sorted = sorted(seconds);
    return String.format(
        Locale.ROOT, "%.3f s (%.3f–%.3f)", median(seconds), sorted[0], sorted[sorted.length - 1]);
  }

  static double median(List<Double> values) {
    double[] sorted = sorted(values);
    return sorted[sorted.length / 2];
  }

  private static double[] sorted(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
