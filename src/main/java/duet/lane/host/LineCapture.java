package duet.lane.host;

import duet.lane.protocol.OutputChannel;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A script's standard output or standard error, divided into lines. Each thread has its own line,
/// so pieces that several threads print at the same time never mix. A carriage return starts the
/// line again, as on a terminal, so that only the last state of a progress bar remains.
final class LineCapture extends OutputStream {
  /// A longer line is divided into several, so that a script cannot fill the memory with one line.
  static final int LONGEST = 1 << 20;

  private final ScriptOutput output;
  private final OutputChannel stream;

  /// What each thread has printed since its last line end, by the thread's id. A thread that has
  /// printed nothing since has no entry.
  private final Map<Long, UnfinishedLine> pending = new ConcurrentHashMap<>();

  LineCapture(ScriptOutput output, OutputChannel stream) {
    this.output = output;
    this.stream = stream;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    write(Thread.currentThread().threadId(), bytes, from, length);
  }

  /// Adds what a thread has printed.
  ///
  /// @param tid the thread's id; usually, but not always, that of the calling thread
  void write(long tid, byte[] bytes, int from, int length) {
    UnfinishedLine line = pending.get(tid);
    int end = from + length;
    int start = from;
    for (int i = from; i < end; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        line = append(tid, line, bytes, start, i);
        start = i + 1;
        if (bytes[i] == '\r') {
          line.returned = true;
        } else {
          print(tid, line);
          line = null;
        }
      }
    }
    if (start < end) {
      append(tid, line, bytes, start, end);
    }
  }

  /// Whether a thread has printed something without a line end.
  boolean hasUnfinishedLine(long tid) {
    return pending.containsKey(tid);
  }

  /// Prints every line that has no line end yet.
  void finish() {
    pending.forEach(this::print);
  }

  /// Prints a thread's line that has no line end yet.
  void finish(long tid) {
    UnfinishedLine left = pending.get(tid);
    if (left != null) {
      print(tid, left);
    }
  }

  private UnfinishedLine append(
      long tid, @Nullable UnfinishedLine line, byte[] bytes, int from, int to) {
    UnfinishedLine grown = line != null ? line : begin(tid);
    int at = from;
    while (at < to) {
      int piece = Math.min(to - at, LONGEST - grown.bytes.size());
      grown.add(bytes, at, at + piece);
      at += piece;
      if (grown.bytes.size() >= LONGEST) {
        print(tid, grown);
        grown = begin(tid);
      }
    }
    return grown;
  }

  private UnfinishedLine begin(long tid) {
    var line = new UnfinishedLine(output.nameOf(tid));
    pending.put(tid, line);
    return line;
  }

  private void print(long tid, UnfinishedLine line) {
    pending.remove(tid);
    if (line.returned && line.bytes.size() == 0) {
      return;
    }
    output.print(tid, line.thread, stream, line.bytes.toString(StandardCharsets.UTF_8));
  }

  private static final class UnfinishedLine {
    final String thread;
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream(80);

    /// Whether a carriage return came last: the next byte overwrites the line.
    boolean returned;

    /// @param thread the name of the thread that prints it, taken now since the thread may end
    UnfinishedLine(String thread) {
      this.thread = thread;
    }

    void add(byte[] more, int from, int to) {
      if (returned) {
        bytes.reset();
        returned = false;
      }
      bytes.write(more, from, to - from);
    }
  }
}
