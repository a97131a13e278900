package duet.lane.python.runtime;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
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

/// The few files that a confined Python script sees, read only. The operating system denies sockets
/// and processes, in a way that Python can report.
public final class ConfinedFiles implements FileSystem {
  private final FileSystem files =
      FileSystem.newReadOnlyFileSystem(FileSystem.newDefaultFileSystem());
  private final Predicate<Path> readable;

  private ConfinedFiles(Predicate<Path> readable) {
    this.readable = readable;
  }

  /// Access to Python's own files and to those that are allowed.
  ///
  /// @param readable whether a file, by its absolute path, may be read
  public static IOAccess access(Predicate<Path> readable) {
    return IOAccess.newBuilder()
        .fileSystem(FileSystem.allowInternalResourceAccess(new ConfinedFiles(readable)))
        .allowHostSocketAccess(true)
        .build();
  }

  private Path allowed(Path path) throws AccessDeniedException {
    if (!readable.test(path.toAbsolutePath().normalize())) {
      throw new AccessDeniedException(path.toString(), null, "the sandbox does not show it");
    }
    return path;
  }

  @Override
  public Path parsePath(URI uri) {
    return files.parsePath(uri);
  }

  @Override
  public Path parsePath(String path) {
    return files.parsePath(path);
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
      throws IOException {
    files.checkAccess(allowed(path), modes, options);
  }

  @Override
  public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
    files.createDirectory(allowed(path), attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    files.delete(allowed(path));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return files.newByteChannel(allowed(path), options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path path, DirectoryStream.Filter<? super Path> filter) throws IOException {
    return files.newDirectoryStream(allowed(path), filter);
  }

  @Override
  public Path toAbsolutePath(Path path) {
    return files.toAbsolutePath(path);
  }

  @Override
  public Path toRealPath(Path path, LinkOption... options) throws IOException {
    return files.toRealPath(allowed(path), options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return files.readAttributes(allowed(path), attributes, options);
  }
}
