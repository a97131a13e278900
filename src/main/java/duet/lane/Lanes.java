package duet.lane;

import duet.scenario.InputFault;
import duet.scenario.ScriptLanguages;
import duet.scenario.found.ScriptPairs;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lanes that a program has, in the order in which they stand side by side.
///
/// @param usual those that play where none were asked for
/// @param others those that play only when they are asked for
public record Lanes(List<Lane> usual, List<Lane> others) {
  public Lanes {
    usual = List.copyOf(usual);
    others = List.copyOf(others);
  }

  /// Every lane.
  public List<Lane> all() {
    return Stream.concat(usual.stream(), others.stream()).toList();
  }

  /// The ids of some lanes, as `--lanes` takes them: `python,java`.
  public static String ids(List<Lane> lanes) {
    return lanes.stream().map(Lane::id).collect(Collectors.joining(","));
  }

  /// The lane of that id, if there is one.
  public Optional<Lane> withId(String id) {
    return all().stream().filter(lane -> lane.id().equals(id)).findFirst();
  }

  /// The lanes with these ids.
  ///
  /// @throws InputFault when there is no such lane
  public List<Lane> withIds(List<String> ids) throws InputFault {
    for (String id : ids) {
      if (withId(id).isEmpty()) {
        String known = all().stream().map(Lane::id).collect(Collectors.joining(", "));
        throw InputFault.usage("there is no lane '" + id + "'", "The lanes are: " + known + ".");
      }
    }
    return ids.stream().flatMap(id -> withId(id).stream()).toList();
  }

  /// Which files are scripts.
  public ScriptPairs scripts() {
    return new ScriptPairs(
        new ScriptLanguages(all().stream().map(lane -> lane.description().scripts()).toList()));
  }
}
