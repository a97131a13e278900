package duet.lane.host;

import duet.lane.Stream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A script's standard output or standard error, cut into lines, each line by the thread that
/// printed it: pieces that several threads print at the same time never mix. A carriage return
/// starts the line anew, as on a terminal, so that of a progress bar only the last state remains.
final class Capture extends OutputStream {
  /// A line longer than this is cut into several, so that a script cannot fill the memory with one.
  private static final int LONGEST = 1 << 20;

  private final Stage stage;
  private final Stream stream;

  /// What each thread has printed since its last line end; threads that owe nothing are not here.
  private final Map<Thread, Pending> pending = new ConcurrentHashMap<>();

  Capture(Stage stage, Stream stream) {
    this.stage = stage;
    this.stream = stream;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    Thread thread = Thread.currentThread();
    Pending line = pending.get(thread);
    int end = from + length;
    int start = from;
    for (int i = from; i < end; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        line = append(thread, line, bytes, start, i);
        start = i + 1;
        if (bytes[i] == '\r') {
          line.returned = true;
        } else {
          print(thread, line);
          line = null;
        }
      }
    }
    if (start < end) {
      append(thread, line, bytes, start, end);
    }
  }

  /// Prints what is left without a line end.
  void finish() {
    pending.forEach(this::print);
  }

  private Pending append(Thread thread, @Nullable Pending line, byte[] bytes, int from, int to) {
    Pending grown = line != null ? line : pending.computeIfAbsent(thread, _ -> new Pending());
    if (from < to) {
      grown.add(bytes, from, to);
    }
    if (grown.bytes.size() >= LONGEST) {
      print(thread, grown);
      return pending.computeIfAbsent(thread, _ -> new Pending());
    }
    return grown;
  }

  private void print(Thread thread, Pending line) {
    pending.remove(thread);
    if (line.returned && line.bytes.size() == 0) {
      return;
    }
    stage.print(thread, stream, line.bytes.toString(StandardCharsets.UTF_8));
  }

  private static final class Pending {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream(80);

    /// A carriage return came last: the next byte overwrites the line.
    boolean returned;

    void add(byte[] more, int from, int to) {
      if (returned) {
        bytes.reset();
        returned = false;
      }
      bytes.write(more, from, to - from);
    }
  }
}
