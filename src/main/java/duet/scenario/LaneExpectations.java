package duet.scenario;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is expected of one lane, or of each.
///
/// @param outcome how it ends, in the words of a log's outcomes; empty where nothing is said
/// @param prints every line of standard output, in any order, once masked; empty where nothing is
///   said
/// @param includes lines of standard output, once masked, that are among all of them
/// @param never what is found in no line
/// @param order in each list: every line in which one pattern is found comes before every line in
///   which the next one is found, and each is found in some line
/// @param wall how many seconds it takes at speed 1
/// @param cores how many cores it keeps busy on average
/// @param gilWait the part of their time, from 0 to 1, that its threads wait for the GIL
public record LaneExpectations(
    Optional<String> outcome,
    Optional<List<String>> prints,
    List<String> includes,
    List<Pattern> never,
    List<List<Pattern>> order,
    Optional<Range> wall,
    Optional<Range> cores,
    Optional<Range> gilWait) {
  /// Nothing is said.
  public static final LaneExpectations NOTHING =
      new LaneExpectations(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /// Whether a time is expected, or a share of one.
  boolean isTimed() {
    return wall.isPresent() || cores.isPresent() || gilWait.isPresent();
  }

  /// From one number to another.
  public record Range(double least, double most) {
    /// Whether a number is neither below nor above it.
    public boolean has(double value) {
      return value >= least && value <= most;
    }
  }

  /// Whether something is said about lines.
  public boolean isAboutLines() {
    return prints.isPresent() || !includes.isEmpty() || !never.isEmpty() || !order.isEmpty();
  }

  public LaneExpectations {
    prints = prints.map(List::copyOf);
    includes = List.copyOf(includes);
    never = List.copyOf(never);
    order = order.stream().map(List::copyOf).toList();
  }
}
