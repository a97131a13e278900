package duet.lane;

import duet.scenario.Scenario;
import duet.scenario.folder.Home;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One language runtime. To add a language, implement this in a package of its own and register it
/// in `duet.lane.builtin.BuiltInLanes`.
public interface Lane {
  /// All that the rest of Duet knows about it.
  LaneDescription description();

  /// What starts its hosts.
  HostProgram program(Home home, Jit jit);

  /// Why it cannot play so on this machine, and what to do; empty where it can.
  default Optional<LaneObstacle> obstacle(Home home, Jit jit) {
    return Optional.empty();
  }

  /// What it found of what it needs, for `duet doctor`.
  default List<LaneFinding> findings(Home home, Map<String, String> environment) {
    return List.of();
  }

  /// Whether its hosts can play a script by chosen schedules.
  default boolean explores() {
    return false;
  }

  /// The same lane on another program of its language, such as another Python; empty where it plays
  /// on one of its own.
  ///
  /// @param program the program's executable
  default Optional<Lane> on(Path program) {
    return Optional.empty();
  }

  /// Its name in options, logs and JSON, such as `python`.
  default String id() {
    return description().id();
  }

  /// A scenario's script for this lane.
  default Optional<Path> script(Scenario scenario) {
    return description().suffixes().stream()
        .map(suffix -> scenario.sources().get(suffix))
        .filter(Objects::nonNull)
        .findFirst();
  }
}
