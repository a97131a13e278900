package duet.lane.protocol;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/// The secret that Duet shares with one host. Both sides tag each line with it, so that neither
/// believes what a script writes into the pipes between them. Duet sends the key before anything
/// else, when the host has no script yet.
///
/// The key is outside of the heap, and on its way it is in local variables only. So a script that
/// makes its JVM write a heap dump does not find it there.
public final class PipeKey {
  private static final int BYTES = 16;

  /// On Linux it gives the same as [SecureRandom], which takes some milliseconds to load.
  private static final Path RANDOM = Path.of("/dev/urandom");

  /// Where the numbers of messages begin. A line of the one pipe is no line of the other.
  private static final long MESSAGES = 1L << 62;

  private final ByteBuffer halves = ByteBuffer.allocateDirect(BYTES);

  private PipeKey() {}

  /// A new key.
  public static PipeKey random() {
    try (InputStream random = Files.newInputStream(RANDOM)) {
      return read(random);
    } catch (IOException e) {
      var key = new PipeKey();
      var random = new SecureRandom();
      key.halves.putLong(0, random.nextLong()).putLong(Long.BYTES, random.nextLong());
      return key;
    }
  }

  /// Reads a key, byte by byte and not further.
  ///
  /// @throws EOFException if the stream ends before
  public static PipeKey read(InputStream in) throws IOException {
    var key = new PipeKey();
    for (int i = 0; i < BYTES; i++) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException();
      }
      key.halves.put(i, (byte) next);
    }
    return key;
  }

  /// Sends the key.
  public void write(OutputStream out) throws IOException {
    for (int i = 0; i < BYTES; i++) {
      out.write(halves.get(i));
    }
  }

  /// The tags of the orders, for the one side that writes or reads them.
  public LineTags orders() {
    return new LineTags(this, 0);
  }

  /// The tags of a host's messages, for the one side that writes or reads them.
  public LineTags messages() {
    return new LineTags(this, MESSAGES);
  }

  /// Tags of messages that are the same for every line: for a host that cannot keep the key from
  /// its script, and whose lines prove nothing but that somebody in its process wrote them on
  /// purpose.
  public LineTags sameForAll() {
    return LineTags.same(this);
  }

  long firstHalf() {
    return halves.getLong(0);
  }

  /// The tag of a line.
  ///
  /// @param number tells it apart from every other line
  long tag(long number, byte[] line, int from, int length) {
    return SipHash.of(halves.getLong(0), halves.getLong(Long.BYTES), number, line, from, length);
  }
}
