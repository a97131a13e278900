package duet.scenario;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a scenario's author expects of one lane, or of every lane.
///
/// @param outcome how the run ends, in the words of the log; empty where nothing is declared
/// @param prints every line of standard output, masked, in any order; empty where nothing is
///   declared
/// @param includes some of the lines of standard output, masked
/// @param never patterns that match no line
/// @param order lists of patterns; each pattern matches some line, and all lines that match one
///   pattern come before all lines that match the next
/// @param wall how many seconds the run takes at speed 1
/// @param cores how many cores it uses on average
/// @param gilWait the share of their time, from 0 to 1, that its threads wait for the GIL
public record LaneExpectations(
    Optional<String> outcome,
    Optional<List<String>> prints,
    List<String> includes,
    List<Pattern> never,
    List<List<Pattern>> order,
    Optional<Range> wall,
    Optional<Range> cores,
    Optional<Range> gilWait) {
  /// Nothing is declared.
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

  /// Whether a time is expected, or a share of the time.
  boolean isTimed() {
    return wall.isPresent() || cores.isPresent() || gilWait.isPresent();
  }

  /// The same without what is about times.
  LaneExpectations untimed() {
    return new LaneExpectations(
        outcome,
        prints,
        includes,
        never,
        order,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// Only how the run ends.
  LaneExpectations outcomes() {
    return new LaneExpectations(
        outcome,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The numbers from one to another, both included.
  public record Range(double least, double most) {
    /// Whether a number is in this range.
    public boolean has(double value) {
      return value >= least && value <= most;
    }
  }

  /// Whether something is declared about lines.
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
