package duet.lane.protocol;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads lines of bounded length: what a host writes is partly a script's to decide, and one that
/// writes without ever ending a line must not fill the memory of who reads it.
public final class BoundedLines implements Closeable {
  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long position;
  private boolean isWhole;

  /// Reads a stream.
  ///
  /// @param longest how many bytes a line may have; a longer one is left out
  public BoundedLines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /// The next line without its end, decoded as UTF-8; null at the end of the stream.
  public @Nullable String next() throws IOException {
    var line = new ByteArrayOutputStream(256);
    boolean tooLong = false;
    while (true) {
      if (at == end && !fill()) {
        isWhole = false;
        return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
      }
      int stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      tooLong |= line.size() + (stop - at) > longest;
      if (tooLong) {
        line.reset();
      } else {
        line.write(buffer, at, stop - at);
      }
      isWhole = stop < end;
      at = isWhole ? stop + 1 : stop;
      if (isWhole && !tooLong) {
        return line.toString(StandardCharsets.UTF_8);
      }
      tooLong &= !isWhole;
    }
  }

  /// Whether the last line had its end: one that has none may be the beginning of a longer one.
  public boolean isWhole() {
    return isWhole;
  }

  /// How many bytes have been read as lines, their ends included.
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
