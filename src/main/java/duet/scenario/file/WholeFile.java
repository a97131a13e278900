package duet.scenario.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/// Replaces files as a whole: a file has its old content or the new one, even if the process is
/// killed or the machine fails meanwhile. What a killed process leaves beside the file is deleted
/// when the file is replaced the next time.
public final class WholeFile {
  private static final String END = ".new";

  private WholeFile() {}

  /// Writes content to a file.
  public interface Content<E extends Exception> {
    /// Writes it.
    ///
    /// @param file where
    void writeTo(Path file) throws IOException, E;
  }

  /// Replaces a file's content by a text in UTF-8, or creates the file.
  ///
  /// @throws IOException when that is not possible
  public static void write(Path file, String text) throws IOException {
    WholeFile.<RuntimeException>replace(
        file, half -> Files.write(half, text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Replaces a file, or creates it. A link stays a link, and permissions stay as they are.
  /// Devices, pipes, and files in a folder that this user cannot write to have no second place to
  /// write to, so they are written directly.
  ///
  /// @throws IOException when that is not possible; the file then has its old content
  public static <E extends Exception> void replace(Path file, Content<E> content)
      throws IOException, E {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(target)
        && !(Files.isRegularFile(target) && Files.isWritable(target.resolveSibling(".")))) {
      content.writeTo(target);
      return;
    }
    Path half = half(target);
    try {
      content.writeTo(half);
      reachDisk(half);
      likeBefore(target, half);
      move(half, target);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /// A new file beside the target. Its name has this process, so that a later one knows whether it
  /// is still written.
  private static Path half(Path target) throws IOException {
    String start = "." + target.getFileName() + ".";
    try (DirectoryStream<Path> beside =
        Files.newDirectoryStream(
            target.resolveSibling("."), path -> isLeft(path.getFileName().toString(), start))) {
      for (Path left : beside) {
        Files.deleteIfExists(left);
      }
    }
    long pid = ProcessHandle.current().pid();
    for (int i = 0; ; i++) {
      try {
        return Files.createFile(target.resolveSibling(start + pid + "-" + i + END));
      } catch (FileAlreadyExistsException e) {
        // another thread's
      }
    }
  }

  private static boolean isLeft(String name, String start) {
    if (!name.startsWith(start) || !name.endsWith(END)) {
      return false;
    }
    String pid = name.substring(start.length()).replaceFirst("-\\d+\\.new$", "");
    return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
  }

  private static void reachDisk(Path half) throws IOException {
    try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void likeBefore(Path target, Path half) throws IOException {
    var before = Files.getFileAttributeView(target, PosixFileAttributeView.class);
    var after = Files.getFileAttributeView(half, PosixFileAttributeView.class);
    if (before == null || after == null || !Files.exists(target)) {
      return;
    }
    PosixFileAttributes wanted = before.readAttributes();
    after.setPermissions(wanted.permissions());
    if (!wanted.owner().equals(after.getOwner())) {
      try {
        after.setOwner(wanted.owner());
      } catch (IOException e) {
        // only root can do that
      }
    }
  }

  /// A file that is mounted, as into a container, cannot be moved over.
  private static void move(Path half, Path target) throws IOException {
    try {
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      Files.write(target, Files.readAllBytes(half));
    }
  }
}
