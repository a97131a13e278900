package duet.scenario.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/// Reads text that somebody wrote for a scenario: a script, a notebook, a lesson or a declaration.
/// It reads only regular files, and only up to a size, so that no file can make Duet wait for ever
/// or fill its memory.
public final class TextFile {
  /// How many bytes a script, a lesson or a declaration may have.
  public static final int LARGEST = 1 << 20;

  /// How many bytes a notebook may have. Most of them are usually pictures in its outputs.
  public static final int LARGEST_NOTEBOOK = 16 << 20;

  private TextFile() {}

  /// The text without a byte order mark, which some editors write.
  ///
  /// @param bounds where the file has to be
  /// @param atMost how many bytes the file may have
  /// @throws UnreadableFile when it is elsewhere, is no regular file, is too large, cannot be read,
  ///   or is not UTF-8
  public static String read(Path file, FileBounds bounds, int atMost) throws UnreadableFile {
    return read(file, bounds, atMost, SourceEncoding.UTF_8);
  }

  /// The same in some encoding.
  ///
  /// @throws UnreadableFile when the file is elsewhere, is no regular file, is too large, cannot be
  ///   read, or does not fit the encoding
  public static String read(Path file, FileBounds bounds, int atMost, SourceEncoding encoding)
      throws UnreadableFile {
    return encoding.text(String.valueOf(file.getFileName()), bytes(file, bounds, atMost));
  }

  /// The bytes of a file.
  ///
  /// @param bounds where the file has to be
  /// @param atMost how many it may have
  /// @throws UnreadableFile when it is elsewhere, is no regular file, is too large, or cannot be
  ///   read
  public static byte[] bytes(Path file, FileBounds bounds, int atMost) throws UnreadableFile {
    try {
      Path real = regular(file, bounds);
      if (Files.size(real) > atMost) {
        throw tooLarge(atMost);
      }
      try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
        byte[] bytes = in.readNBytes(atMost + 1);
        if (bytes.length > atMost) { // it has grown, or does not tell its size
          throw tooLarge(atMost);
        }
        return bytes;
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// Checks a file that somebody else reads.
  ///
  /// @param bounds where the file has to be
  /// @throws UnreadableFile when it is elsewhere, is no regular file, or cannot be read
  public static void check(Path file, FileBounds bounds) throws UnreadableFile {
    try (InputStream in = Files.newInputStream(regular(file, bounds), LinkOption.NOFOLLOW_LINKS)) {
      var _ = in.available();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// A file without links.
  private static Path regular(Path file, FileBounds bounds) throws IOException, UnreadableFile {
    Path real = bounds.resolve(file);
    var attributes =
        Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile()) {
      throw new UnreadableFile(
          " is "
              + (attributes.isDirectory() ? "a folder" : "a pipe, a socket or a device")
              + ", and Duet reads only files",
          "Remove it, or put a file in its place.");
    }
    return real;
  }

  private static UnreadableFile unreadable(Path file, IOException e) {
    return new UnreadableFile(
        " cannot be read: " + reason(file, e), "Make it a file that you can read.");
  }

  private static UnreadableFile tooLarge(int atMost) {
    return new UnreadableFile(
        " is larger than " + (atMost >> 20) + " MiB, the most that Duet reads", "Make it smaller.");
  }

  private static String reason(Path file, IOException e) {
    return switch (e) {
      case NoSuchFileException _ when Files.isSymbolicLink(file) ->
          "it is a link to a file that does not exist";
      case NoSuchFileException _ -> "it does not exist";
      case AccessDeniedException _ -> "you have no permission to read it";
      case FileSystemException named ->
          Objects.requireNonNullElse(named.getReason(), "the file system refuses");
      default -> String.valueOf(e.getMessage());
    };
  }
}
