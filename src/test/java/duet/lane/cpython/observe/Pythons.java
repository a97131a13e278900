package duet.lane.cpython.observe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The Pythons of this machine that tests may play on.
final class Pythons {
  private Pythons() {}

  /// The one that belongs to the system, and the versions that pyenv has installed.
  static List<Path> all() {
    Path versions = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
    return Stream.concat(
            Stream.of(Path.of("/usr/bin/python3")),
            Stream.of("3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0")
                .map(version -> versions.resolve(version).resolve("bin/python3")))
        .filter(Files::isExecutable)
        .toList();
  }
}
