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
    return given.isAbsolute() ? given : Path.of(System.getProperty("user.home")).resolve(otherwise);
  }
}
