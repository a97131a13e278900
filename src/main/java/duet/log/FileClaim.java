package duet.log;

import duet.scenario.InputFault;
import duet.scenario.file.VisibleText;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A file that this process writes, and no other Duet meanwhile: two of them would tear it. The
/// lock is the operating system's, which takes it back when the process ends, however it ends.
/// Pipes and devices have none.
///
/// The lock is lost when this process closes the file elsewhere (fcntl(2)), so nothing reads a log
/// while it is written.
public final class FileClaim implements Closeable {
  private static final Path LOCKS = Path.of("/proc/locks");

  private final Path path;
  private final FileOutputStream file;
  private final boolean isNew;

  private FileClaim(Path path, FileOutputStream file, boolean isNew) {
    this.path = path;
    this.file = file;
    this.isNew = isNew;
  }

  /// Opens a file and keeps what is in it. Creates a missing one.
  ///
  /// @throws IOException when the file cannot be written
  /// @throws InputFault when another Duet writes it
  public static FileClaim of(Path path) throws IOException, InputFault {
    boolean isNew = !Files.exists(path);
    var file = new FileOutputStream(path.toFile(), true);
    if (Files.isRegularFile(path) && !isLocked(file.getChannel())) {
      String holder = holder(path).map(pid -> " (pid " + pid + ")").orElse("");
      file.close();
      throw InputFault.usage(
          VisibleText.of(path) + " is being written by another duet" + holder,
          "Wait until it ends, or choose another file.");
    }
    return new FileClaim(path, file, isNew);
  }

  /// Locks a file. A file system that has no locks protects nothing.
  ///
  /// @return whether nobody else has locked it
  private static boolean isLocked(FileChannel channel) {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /// The process that has locked a file, where the system tells (proc_locks(5)).
  private static Optional<String> holder(Path path) {
    try (Stream<String> locks = Files.lines(LOCKS)) {
      String end = ":" + Files.getAttribute(path, "unix:ino");
      return locks
          .map(line -> line.strip().split("\\s+"))
          .filter(fields -> fields.length > 5 && fields[1].equals("POSIX"))
          .filter(fields -> fields[5].endsWith(end))
          .map(fields -> fields[4])
          .filter(pid -> pid.matches("[1-9]\\d*"))
          .findFirst();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /// Where its new content goes: behind the old one.
  OutputStream out() {
    return file;
  }

  /// Drops what is behind this many bytes. A pipe or a device has nothing to drop.
  ///
  /// @throws IOException when that is not possible
  void cutTo(long size) throws IOException {
    if (Files.isRegularFile(path)) {
      file.getChannel().truncate(size);
    }
  }

  /// Deletes the file if it is new and nothing was written to it.
  ///
  /// @throws IOException when that is not possible
  public void deleteUnused() throws IOException {
    if (isNew && Files.isRegularFile(path) && Files.size(path) == 0) {
      Files.delete(path);
    }
  }

  /// Gives the file free.
  @Override
  public void close() throws IOException {
    file.close();
  }
}
