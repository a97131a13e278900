package duet.lane.host;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A script's standard input: a text, or nothing. It remembers whether the script looked for input
/// that it was not given.
final class ScriptInput extends InputStream {
  /// The advice for a script that looked for input.
  static final String MISSED =
      "The script reads standard input, and there is none. Give it some: --stdin FILE, or 'input:'"
          + " in its declaration.";

  private ByteArrayInputStream in = new ByteArrayInputStream(new byte[0]);
  private boolean isGiven;
  private boolean isMissed;

  /// Gives the script its input, before it starts.
  synchronized void give(Optional<String> text) {
    in = new ByteArrayInputStream(text.orElse("").getBytes(StandardCharsets.UTF_8));
    isGiven = text.isPresent();
    isMissed = false;
  }

  /// Whether the script read from an input that it was not given.
  synchronized boolean isMissed() {
    return isMissed;
  }

  @Override
  public synchronized int read() {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public synchronized int read(byte[] bytes, int offset, int length) {
    isMissed |= !isGiven && length > 0;
    return in.read(bytes, offset, length);
  }

  @Override
  public synchronized int available() {
    return in.available();
  }
}
