package duet.scenario;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/// Where Duet keeps what is the user's own: history, private copies, progress. Nobody else can read
/// it.
///
/// @param path the folder, which may not be there yet
public record StateFolder(Path path) {
  /// `$XDG_STATE_HOME/duet`, by default `~/.local/state/duet` (XDG Base Directory Specification).
  public static StateFolder of(Map<String, String> environment) {
    String given = environment.getOrDefault("XDG_STATE_HOME", "");
    Path state =
        Path.of(given).isAbsolute()
            ? Path.of(given)
            : Path.of(System.getProperty("user.home"), ".local", "state");
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
