package duet.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a scenario's author expects of its runs.
///
/// @param declared as it was written, for whoever saves it: what stands for a text is one
/// @param all what is expected of each lane
/// @param lanes what is expected of one lane besides, by its id
/// @param repeat how many plays a batch judges together
/// @param outputs the lines that cells of a notebook print, by their names, where that is to be
///   compared
public record Expectations(
    Map<String, Object> declared,
    LaneExpectations all,
    Map<String, LaneExpectations> lanes,
    int repeat,
    Map<String, List<String>> outputs) {
  /// Nothing but that every lane completes.
  public static final Expectations NONE =
      new Expectations(Map.of(), LaneExpectations.NOTHING, Map.of(), 1, Map.of());

  /// What a declaration calls the outputs of cells.
  public static final String OUTPUTS = "outputs";

  public Expectations {
    declared = Collections.unmodifiableMap(new LinkedHashMap<>(declared)); // in their order
    lanes = Map.copyOf(lanes);
  }

  /// The same, and that a notebook's cells print what they printed when it was saved.
  public Expectations withOutputs(Map<String, List<String>> cells) {
    var more = new LinkedHashMap<String, Object>(declared);
    more.put(OUTPUTS, cells);
    return new Expectations(more, all, lanes, repeat, cells);
  }

  /// What is expected of a lane, first of each, then of this one alone.
  public List<LaneExpectations> of(String lane) {
    return List.of(all, lanes.getOrDefault(lane, LaneExpectations.NOTHING));
  }

  /// Whether something is expected that only a play at speed 1 shows: how long it takes, or how
  /// busy it is.
  public boolean areTimed() {
    return Stream.concat(Stream.of(all), lanes.values().stream())
        .anyMatch(LaneExpectations::isTimed);
  }

  /// The outcome that is expected of a lane.
  public String outcome(String lane) {
    return of(lane).reversed().stream()
        .flatMap(expected -> expected.outcome().stream())
        .findFirst()
        .orElse("completed");
  }
}
