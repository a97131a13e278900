package duet.lane.cpython.observe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The two files in which Linux tells what a thread does and what it has used. They stay open,
/// since they are read about a thousand times a second, and reading them makes no objects.
final class TaskFiles implements AutoCloseable {
  private static final int LONGEST = 256;

  private final FileChannel syscall;
  private final FileChannel schedstat;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST);
  private final byte[] line = new byte[LONGEST];
  private long cpu;
  private long ready;
  private long turns;

  private TaskFiles(FileChannel syscall, FileChannel schedstat) {
    this.syscall = syscall;
    this.schedstat = schedstat;
  }

  /// Opens the files of a thread.
  ///
  /// @param task its folder in `/proc`
  /// @throws IOException where they are not there, or no longer
  static TaskFiles open(Path task) throws IOException {
    FileChannel syscall = FileChannel.open(task.resolve("syscall"));
    try {
      return new TaskFiles(syscall, FileChannel.open(task.resolve("schedstat")));
    } catch (IOException e) {
      syscall.close();
      throw e;
    }
  }

  /// Reads the counters.
  ///
  /// @return whether the thread is still there
  boolean readCounters() throws IOException {
    int length = read(schedstat);
    if (length <= 0) {
      return false;
    }
    int at = 0;
    cpu = number(at);
    at = next(at, length);
    ready = number(at);
    turns = number(next(at, length));
    return true;
  }

  /// How long the thread has had a core, in nanoseconds.
  long cpu() {
    return cpu;
  }

  /// How long it has waited for one, in nanoseconds.
  long ready() {
    return ready;
  }

  /// How often it has got one.
  long turns() {
    return turns;
  }

  /// Reads in which system call the thread is; `null` in the place of a [RuntimeSymbol] where that
  /// is not known.
  ///
  /// @throws IOException where the thread has ended, or may not be looked at
  Activity activity(SystemCalls calls, @Nullable RuntimeSymbol runtime) throws IOException {
    return calls.activity(line, read(syscall), runtime);
  }

  private int read(FileChannel file) throws IOException {
    buffer.clear();
    int length = file.read(buffer, 0);
    if (length > 0) {
      buffer.flip().get(line, 0, length);
    }
    return length;
  }

  private int next(int at, int length) {
    int next = at;
    while (next < length && line[next] != ' ') {
      next++;
    }
    return next + 1;
  }

  private long number(int from) {
    long number = 0;
    for (int at = from; line[at] >= '0' && line[at] <= '9'; at++) {
      number = 10 * number + line[at] - '0';
    }
    return number;
  }

  @Override
  public void close() {
    try (syscall) {
      schedstat.close();
    } catch (IOException e) {
      // Nothing was written.
    }
  }
}
