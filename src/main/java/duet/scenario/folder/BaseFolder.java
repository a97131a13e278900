package duet.scenario.folder;

import java.nio.file.Path;
import java.util.Map;

/// The user's base folders for state and caches (XDG Base Directory Specification).
final class BaseFolder {
  private BaseFolder() {}

  /// The folder that an environment variable names, if that is an absolute path.
  ///
  /// @param otherwise the default, within the user's home
  static Path of(Map<String, String> environment, String variable, Path otherwise) {
    Path given = Path.of(environment.getOrDefault(variable, ""));
    return given.isAbsolute() ? given : home(environment).resolve(otherwise);
  }

  /// The user's home: `$HOME`, or else the system's entry for the user. A user who has neither, as
  /// in a container, has a folder that is not there.
  private static Path home(Map<String, String> environment) {
    Path given = Path.of(environment.getOrDefault("HOME", ""));
    Path known = Path.of(System.getProperty("user.home"));
    return given.isAbsolute() ? given : known.isAbsolute() ? known : Path.of("/nonexistent");
  }
}
