package duet.lane.host;

import duet.lane.protocol.HostContract;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Opens the pipes to Duet. They are neither descriptors 0 and 1, which a script may close, read
/// and write, nor the inherited descriptors themselves, since opening `/dev/fd/N` makes a new one.
final class Descriptors {
  private Descriptors() {}

  static InputStream ownIn() {
    try {
      return new FileInputStream("/dev/fd/" + HostContract.ORDERS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static OutputStream ownOut() {
    return opened(HostContract.MESSAGES);
  }

  /// Where standard error goes, even if a script closes or redirects its descriptor.
  static OutputStream ownErr() {
    return opened(2);
  }

  private static OutputStream opened(int descriptor) {
    try {
      return new FileOutputStream("/dev/fd/" + descriptor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
