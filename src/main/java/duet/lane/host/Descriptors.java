package duet.lane.host;

import duet.lane.Host;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// The pipes to Duet. They are not descriptors 0 and 1, which a script may close, read and write as
/// it likes, nor exactly those that they came as, since `/dev/fd` opens them anew.
final class Descriptors {
  private Descriptors() {}

  static InputStream ownIn() {
    try {
      return new FileInputStream("/dev/fd/" + Host.ORDERS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static OutputStream ownOut() {
    try {
      return new FileOutputStream("/dev/fd/" + Host.MESSAGES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
