package duet.render;

import duet.compare.Comparison;
import duet.compare.Judgement;
import java.util.List;
import java.util.stream.Collectors;

/// How many lines the lanes of a play have in common, in words. With more than two lanes, each is
/// compared with the first one.
public final class SameLinesWords {
  private SameLinesWords() {}

  /// The text after `same lines`: `7 of 7`, or `as python: java 7 of 7, other 5 of 7`; empty if one
  /// lane played.
  ///
  /// @param separator the text before the counts of two lanes
  public static String of(Judgement judgement, String separator) {
    List<Comparison> all = judgement.comparisons();
    return switch (all.size()) {
      case 0 -> "";
      case 1 -> separator + " " + count(all.getFirst());
      default ->
          all.stream()
              .map(c -> c.right().lane() + " " + count(c))
              .collect(Collectors.joining(", ", " as " + all.getFirst().left().lane() + ": ", ""));
    };
  }

  /// How many lines two lanes have in common: `7 of 7`.
  public static String count(Comparison c) {
    return c.same() + " of " + c.all();
  }
}
