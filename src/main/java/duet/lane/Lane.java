package duet.lane;

import duet.scenario.Scenario;
import duet.scenario.folder.Home;
import java.nio.file.Path;
import java.util.Optional;

/// One language runtime. To add a language, implement this in a package of its own and register it
/// in `duet.run.Lanes`.
public interface Lane {
  /// Its name in options, logs and JSON, such as `python`.
  String id();

  /// The file extension of its scripts, without the dot.
  String extension();

  /// A scenario's script for this lane.
  default Optional<Path> script(Scenario scenario) {
    return Optional.ofNullable(scenario.sources().get(extension()));
  }

  /// Whether only one of its threads can run at a time, the one that has the global interpreter
  /// lock.
  default boolean hasGlobalLock() {
    return false;
  }

  /// The JVM that its hosts run in.
  Jvm jvm(Home home, Jit jit);

  /// The main class of its hosts, which speak [JsonLines] over standard input and output.
  String hostClass();
}
