package duet.scenario;

import java.util.Comparator;
import java.util.List;

/// Suggestions for a mistyped name.
public final class SimilarNames {
  private SimilarNames() {}

  /// At most three known names that are a few keystrokes away, or contain what was typed; the
  /// nearest first.
  public static List<String> to(String typed, List<String> known) {
    int reach = Math.max(2, typed.length() / 3);
    return known.stream()
        .filter(name -> distance(typed, name) <= reach || name.contains(typed))
        .sorted(Comparator.comparingInt(name -> distance(typed, name)))
        .limit(3)
        .toList();
  }

  /// Whether one name is fewer keystrokes away from what was typed than another.
  public static boolean isNearer(String typed, String one, String other) {
    return distance(typed, one) < distance(typed, other);
  }

  /// Levenshtein's distance: insertions, deletions and replacements from one word to the other.
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
