package duet.lane.host;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// The pipes to Duet, under file descriptors that a script does not know: it may close 0 and 1 as
/// it likes. On Linux `/proc/self/fd` opens them anew (proc_pid_fd(5)); elsewhere 0 and 1 are used.
final class Descriptors {
  private Descriptors() {}

  static InputStream ownIn() {
    try {
      return new FileInputStream("/proc/self/fd/0");
    } catch (IOException e) {
      return new FileInputStream(FileDescriptor.in);
    }
  }

  static OutputStream ownOut() {
    try {
      return new FileOutputStream("/proc/self/fd/1");
    } catch (IOException e) {
      return new FileOutputStream(FileDescriptor.out);
    }
  }
}
