package duet.scenario.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The folder of the user's own data: history, private copies, progress. Nobody else can read it.
///
/// @param path the folder, which may not exist yet
public record StateFolder(Path path) {
  /// `$XDG_STATE_HOME/duet`, by default `~/.local/state/duet` (XDG Base Directory Specification).
  public static StateFolder of(Map<String, String> environment) {
    Path state = BaseFolder.of(environment, "XDG_STATE_HOME", Path.of(".local", "state"));
    return new StateFolder(state.resolve("duet"));
  }

  /// A folder in it, created if it is missing.
  ///
  /// @throws IOException when it cannot be created
  public Path folder(String name) throws IOException {
    Path folder = path.resolve(name);
    Files.createDirectories(path.getParent());
    makePrivate(path);
    Files.createDirectories(folder);
    return folder;
  }

  /// A new file in a folder of it, named after the current time. Deletes old files, but none of the
  /// last day: a process may still be writing them.
  ///
  /// @param kept how many files may remain
  /// @throws IOException when it cannot be created
  public Path newest(String name, String end, int kept, InstantSource clock) throws IOException {
    Path folder = folder(name);
    String now =
        LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT));
    List<Path> old;
    try (Stream<Path> files = Files.list(folder)) {
      old = files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
    for (Path file : old.subList(0, Math.max(0, old.size() - kept + 1))) {
      if (age(file, clock).compareTo(Duration.ofDays(1)) > 0) {
        Files.deleteIfExists(file);
      }
    }
    for (int i = 1; ; i++) {
      try {
        return Files.createFile(folder.resolve(now + (i == 1 ? "" : "-" + i) + end));
      } catch (FileAlreadyExistsException e) {
        // another process chose the same second
      }
    }
  }

  /// The time since a file was written; zero for a file that was just deleted.
  private static Duration age(Path file, InstantSource clock) {
    try {
      return Duration.between(Files.getLastModifiedTime(file).toInstant(), clock.instant());
    } catch (IOException e) {
      return Duration.ZERO;
    }
  }

  /// A file in it that only the user can read and write, created if it is missing.
  ///
  /// @throws IOException when it cannot be created
  public Path file(String name) throws IOException {
    Path file = folder("").resolve(name);
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    return file;
  }

  private static void makePrivate(Path folder) throws IOException {
    try {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException e) {
      // the user has set its permissions
    }
  }
}
