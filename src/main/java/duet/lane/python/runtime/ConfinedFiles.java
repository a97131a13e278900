package duet.lane.python.runtime;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.graalvm.polyglot.io.FileSystem;
import org.graalvm.polyglot.io.IOAccess;

/// The few files that a confined Python script sees: one folder of its own, and others that it may
/// only read. It can make no links, which could lead out of that folder. The operating system
/// denies sockets and processes, in a way that Python can report.
public final class ConfinedFiles implements FileSystem {
  private static final FileSystem ALL = FileSystem.newDefaultFileSystem();

  /// The files as a path, which is absolute, may be used.
  private interface Choice {
    FileSystem of(Path path) throws AccessDeniedException;
  }

  private final Choice choice;

  private ConfinedFiles(Choice choice) {
    this.choice = choice;
  }

  /// Access to Python's own files and to those that are allowed.
  ///
  /// @param own the folder in which everything is allowed
  /// @param readable whether another file, by its absolute path, may be read
  public static IOAccess access(Path own, Predicate<Path> readable) {
    return IOAccess.newBuilder()
        .fileSystem(files(own, readable))
        .allowHostSocketAccess(true)
        .build();
  }

  static FileSystem files(Path own, Predicate<Path> readable) {
    FileSystem unchanged = FileSystem.newReadOnlyFileSystem(ALL);
    var others =
        new ConfinedFiles(
            path -> {
              if (readable.test(path)) {
                return unchanged;
              }
              throw new AccessDeniedException(
                  path.toString(), null, "the sandbox does not show it");
            });
    // Python's own files cannot be moved, so this comes after what can.
    FileSystem withPython = FileSystem.allowInternalResourceAccess(others);
    return new ConfinedFiles(path -> path.startsWith(own) ? ALL : withPython);
  }

  private FileSystem files(Path path) throws AccessDeniedException {
    return choice.of(path.toAbsolutePath().normalize());
  }

  @Override
  public Path parsePath(URI uri) {
    return ALL.parsePath(uri);
  }

  @Override
  public Path parsePath(String path) {
    return ALL.parsePath(path);
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
      throws IOException {
    files(path).checkAccess(path, modes, options);
  }

  @Override
  public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
    files(path).createDirectory(path, attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    files(path).delete(path);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return files(path).newByteChannel(path, options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path path, DirectoryStream.Filter<? super Path> filter) throws IOException {
    return files(path).newDirectoryStream(path, filter);
  }

  @Override
  public Path toAbsolutePath(Path path) {
    return ALL.toAbsolutePath(path);
  }

  @Override
  public Path toRealPath(Path path, LinkOption... options) throws IOException {
    return files(path).toRealPath(path, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return files(path).readAttributes(path, attributes, options);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    files(path).setAttribute(path, attribute, value, options);
  }

  /// Takes the file out of one place and puts it into another, so both have to allow it.
  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    FileSystem from = files(source);
    FileSystem to = files(target);
    (from == ALL ? to : from).move(source, target, options);
  }
}
