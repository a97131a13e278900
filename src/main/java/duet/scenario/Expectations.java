package duet.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What a scenario's author expects of its runs.
///
/// @param declared as the author wrote it, to be saved; numbers that stand for text are text
/// @param all what is expected of each lane
/// @param lanes what else is expected of one lane, by its id
/// @param repeat how many plays a batch judges together
/// @param outputs the lines that cells of a notebook have to print, by the cells' names
/// @param errors the errors that cells of a notebook have to end with, by the cells' names
public record Expectations(
    Map<String, Object> declared,
    LaneExpectations all,
    Map<String, LaneExpectations> lanes,
    int repeat,
    Map<String, List<String>> outputs,
    Map<String, String> errors) {
  /// Every lane completes, and nothing else is expected.
  public static final Expectations NONE =
      new Expectations(Map.of(), LaneExpectations.NOTHING, Map.of(), 1, Map.of(), Map.of());

  /// The key of cell outputs in a declaration.
  public static final String OUTPUTS = "outputs";

  /// The key of cell errors in a declaration.
  public static final String ERRORS = "errors";

  public Expectations {
    declared = Collections.unmodifiableMap(new LinkedHashMap<>(declared)); // in their order
    lanes = Map.copyOf(lanes);
    errors = Map.copyOf(errors);
  }

  /// The same, and a notebook's cells print their saved output again, and end with their saved
  /// errors.
  public Expectations withOutputs(Map<String, List<String>> cells, Map<String, String> failures) {
    var more = new LinkedHashMap<String, Object>(declared);
    more.put(OUTPUTS, cells);
    if (!failures.isEmpty()) {
      more.put(ERRORS, failures);
    }
    return new Expectations(more, all, lanes, repeat, cells, failures);
  }

  /// What is expected of a lane: first of every lane, then of this one alone.
  public List<LaneExpectations> of(String lane) {
    return List.of(all, lanes.getOrDefault(lane, LaneExpectations.NOTHING));
  }

  /// The same without what is about times.
  public Expectations untimed() {
    return mapped(LaneExpectations::untimed, outputs);
  }

  /// Only how the lanes end.
  public Expectations outcomes() {
    return mapped(LaneExpectations::outcomes, Map.of());
  }

  private Expectations mapped(
      UnaryOperator<LaneExpectations> change, Map<String, List<String>> cells) {
    var changed = new LinkedHashMap<String, LaneExpectations>();
    lanes.forEach((lane, expected) -> changed.put(lane, change.apply(expected)));
    return new Expectations(declared, change.apply(all), changed, repeat, cells, errors);
  }

  /// Whether only a play at speed 1 can show that they are met, since they are about times.
  public boolean areTimed() {
    return Stream.concat(Stream.of(all), lanes.values().stream())
        .anyMatch(LaneExpectations::isTimed);
  }

  /// Whether something is expected of lines or of a notebook's cells.
  boolean areAboutLines() {
    return !outputs.isEmpty()
        || Stream.concat(Stream.of(all), lanes.values().stream())
            .anyMatch(LaneExpectations::isAboutLines);
  }

  /// The outcome that is expected of a lane.
  public String outcome(String lane) {
    return of(lane).reversed().stream()
        .flatMap(expected -> expected.outcome().stream())
        .findFirst()
        .orElse("completed");
  }
}
