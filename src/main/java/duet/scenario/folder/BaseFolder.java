package duet.scenario.folder;

import java.nio.file.Path;
import java.util.Map;

/// The user's folders for one purpose each (XDG Base Directory Specification).
final class BaseFolder {
  private BaseFolder() {}

  /// What a variable says; it counts only where it is an absolute path.
  ///
  /// @param otherwise where the folder is in the user's home when no variable says it
  static Path of(Map<String, String> environment, String variable, Path otherwise) {
    Path given = Path.of(environment.getOrDefault(variable, ""));
    return given.isAbsolute() ? given : Path.of(System.getProperty("user.home")).resolve(otherwise);
  }
}
