package duet.compare;

import duet.lane.protocol.Outcome;
import duet.run.Play;
import java.util.List;
import java.util.Optional;

/// Lanes printed different lines, and nothing is declared about that. So nobody knows whether they
/// do the same.
///
/// @param left the first line that only the left lane has
/// @param right the first line that only the right lane has
public record LineDifference(NumberedLine left, NumberedLine right) {
  private static final int LONGEST_QUOTE = 80;

  /// A line of a lane.
  ///
  /// @param lane the lane's id
  /// @param number its place among the lane's lines of standard output, counted from 1; 0 if the
  ///   lane has no such line
  public record NumberedLine(String lane, int number, String text) {
    @Override
    public String toString() {
      return number == 0 ? "no such line of " + lane : lane + " line " + number + ": " + quoted();
    }

    private String quoted() {
      return text.codePointCount(0, text.length()) <= LONGEST_QUOTE
          ? text
          : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
  }

  /// The first difference of a play; empty if the lines are the same, if something is declared
  /// about them, or if not every lane has come to its own end with all its lines kept.
  static Optional<LineDifference> of(Play play, List<Comparison> comparisons) {
    if (!play.scenario().isSilentAboutLines()
        || play.runs().stream().anyMatch(run -> run.outcome() != Outcome.COMPLETED)
        || !comparisons.stream().allMatch(Comparison::whole)) {
      return Optional.empty();
    }
    return comparisons.stream()
        .filter(comparison -> !comparison.sameLines())
        .findFirst()
        .map(LineDifference::of);
  }

  private static LineDifference of(Comparison comparison) {
    return new LineDifference(
        new NumberedLine(
            comparison.left().lane(), comparison.firstLeft(), first(comparison.onlyLeft())),
        new NumberedLine(
            comparison.right().lane(), comparison.firstRight(), first(comparison.onlyRight())));
  }

  private static String first(List<String> lines) {
    return lines.isEmpty() ? "" : lines.getFirst();
  }

  /// What differs, in one sentence.
  public String sentence() {
    return "the lanes printed different lines, first " + left + " | " + right;
  }
}
