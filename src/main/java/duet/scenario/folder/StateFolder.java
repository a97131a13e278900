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

/// Where Duet keeps what is the user's own: history, private copies, progress. Nobody else can read
/// it.
///
/// @param path the folder, which may not be there yet
public record StateFolder(Path path) {
  /// `$XDG_STATE_HOME/duet`, by default `~/.local/state/duet` (XDG Base Directory Specification).
  public static StateFolder of(Map<String, String> environment) {
    Path state = BaseFolder.of(environment, "XDG_STATE_HOME", Path.of(".local", "state"));
    return new StateFolder(state.resolve("duet"));
  }

  /// A folder in it, made if need be.
  ///
  /// @throws IOException when it cannot be made
  public Path folder(String name) throws IOException {
    Path folder = path.resolve(name);
    Files.createDirectories(path.getParent());
    makePrivate(path);
    Files.createDirectories(folder);
    return folder;
  }

  /// A new file in a folder of it, called after the time. Of others so many at most are left, and
  /// those of the last day in any case: somebody may be writing them.
  ///
  /// @throws IOException when it cannot be made
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
        // Somebody else began in the same second.
      }
    }
  }

  /// How long ago it was written; no time at all for one that somebody else has just deleted.
  private static Duration age(Path file, InstantSource clock) {
    try {
      return Duration.between(Files.getLastModifiedTime(file).toInstant(), clock.instant());
    } catch (IOException e) {
      return Duration.ZERO;
    }
  }

  /// A file in it that only the user can read and write, made if need be.
  ///
  /// @throws IOException when it cannot be made
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
      // It is as its user has left it.
    }
  }
}
