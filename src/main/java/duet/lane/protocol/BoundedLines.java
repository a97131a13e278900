package duet.lane.protocol;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads lines of bounded length. A script decides in part what its host writes, and a line that
/// never ends must not fill the reader's memory.
public final class BoundedLines implements Closeable {
  private final InputStream in;
  private final int longest;
  private final boolean isCutting;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long position;
  private boolean isWhole;

  /// A reader of a stream.
  ///
  /// @param longest how many bytes a line may have; longer ones are skipped
  public BoundedLines(InputStream in, int longest) {
    this(in, longest, false);
  }

  private BoundedLines(InputStream in, int longest, boolean isCutting) {
    this.in = in;
    this.longest = longest;
    this.isCutting = isCutting;
  }

  /// A reader that ends a line that is too long where it becomes so, instead of skipping it.
  public static BoundedLines cutting(InputStream in, int longest) {
    return new BoundedLines(in, longest, true);
  }

  /// The next line without its end, decoded as UTF-8; null at the end of the stream.
  public @Nullable String next() throws IOException {
    byte[] line = nextBytes();
    return line == null ? null : new String(line, StandardCharsets.UTF_8);
  }

  /// The next line without its end; null at the end of the stream.
  public byte @Nullable [] nextBytes() throws IOException {
    var line = new ByteArrayOutputStream(256);
    boolean tooLong = false;
    while (true) {
      if (at == end && !fill()) {
        isWhole = false;
        return line.size() == 0 ? null : line.toByteArray();
      }
      int stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      tooLong |= line.size() + (stop - at) > longest;
      if (tooLong && isCutting) {
        return cut(line);
      }
      if (tooLong) {
        line.reset();
      } else {
        line.write(buffer, at, stop - at);
      }
      isWhole = stop < end;
      at = isWhole ? stop + 1 : stop;
      if (isWhole && !tooLong) {
        return line.toByteArray();
      }
      tooLong &= !isWhole;
    }
  }

  private byte[] cut(ByteArrayOutputStream line) {
    int rest = longest - line.size();
    line.write(buffer, at, rest);
    at += rest;
    isWhole = true;
    return line.toByteArray();
  }

  /// Whether the last line had a line end; without one it may be the beginning of a longer line.
  public boolean isWhole() {
    return isWhole;
  }

  /// How many bytes have been read as lines, line ends included.
  public long position() {
    return position - (end - at);
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    position += end;
    return end > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
