package duet.compare;

import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.OutputChannel;
import duet.run.Run;
import duet.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/// What two runs of a scenario have in common. It compares the masked lines of standard output as
/// multisets, since threads may print in any order.
///
/// @param same how many lines both printed
/// @param onlyLeft lines, as printed, that only the left run has
/// @param onlyRight lines, as printed, that only the right run has
/// @param firstLeft the number of the first of `onlyLeft` among the lines of standard output,
///   counted from 1; 0 if there is none
/// @param firstRight the same of `onlyRight`
/// @param sameOrder whether the masked lines are the same in the same order
public record Comparison(
    Run left,
    Run right,
    int same,
    List<String> onlyLeft,
    List<String> onlyRight,
    int firstLeft,
    int firstRight,
    boolean sameOrder) {
  public Comparison {
    onlyLeft = List.copyOf(onlyLeft);
    onlyRight = List.copyOf(onlyRight);
  }

  /// Compares two runs of a scenario.
  public static Comparison of(Scenario scenario, Run left, Run right) {
    var masks = new LineMask(scenario.masks());
    List<String> leftLines = printed(left);
    List<String> rightLines = printed(right);
    List<String> leftMasked = leftLines.stream().map(masks::apply).toList();
    List<String> rightMasked = rightLines.stream().map(masks::apply).toList();
    List<Integer> onlyLeft = without(leftMasked, rightMasked);
    List<Integer> onlyRight = without(rightMasked, leftMasked);
    return new Comparison(
        left,
        right,
        leftLines.size() - onlyLeft.size(),
        onlyLeft.stream().map(leftLines::get).toList(),
        onlyRight.stream().map(rightLines::get).toList(),
        onlyLeft.isEmpty() ? 0 : onlyLeft.getFirst() + 1,
        onlyRight.isEmpty() ? 0 : onlyRight.getFirst() + 1,
        leftMasked.equals(rightMasked));
  }

  /// Whether both printed the same multiset of lines.
  public boolean sameLines() {
    return onlyLeft.isEmpty() && onlyRight.isEmpty();
  }

  /// Whether all printed lines were compared; otherwise only those that were kept.
  public boolean whole() {
    return left.omitted() == 0 && right.omitted() == 0;
  }

  /// How many lines were printed in all; a line of both runs counts once.
  public int all() {
    return same + onlyLeft.size() + onlyRight.size();
  }

  private static List<String> printed(Run run) {
    return run.lines().stream()
        .filter(line -> line.stream() == OutputChannel.OUT)
        .map(Line::text)
        .toList();
  }

  /// The indices of one run's masked lines that are left after the other run's are removed.
  private static List<Integer> without(List<String> masked, List<String> otherMasked) {
    var counts = new java.util.HashMap<String, Integer>();
    otherMasked.forEach(line -> counts.merge(line, 1, Integer::sum));
    var left = new ArrayList<Integer>();
    for (int i = 0; i < masked.size(); i++) {
      if (counts.merge(masked.get(i), -1, Integer::sum) < 0) {
        left.add(i);
      }
    }
    return left;
  }
}
