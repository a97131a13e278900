package duet.lane.host;

import duet.lane.protocol.OutputChannel;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A script's standard output or standard error, divided into lines. Each thread has its own line,
/// so pieces that several threads print at the same time never mix. After a carriage return a
/// thread overwrites its line, as on a terminal, so that only the last state of a progress bar
/// remains.
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
    write(Thread.currentThread().threadId(), bytes, from, length, System.nanoTime());
  }

  /// Adds what a thread has printed.
  ///
  /// @param tid the thread's id; usually, but not always, that of the calling thread
  /// @param begun the reading of [System#nanoTime()] when the first of these bytes was printed
  void write(long tid, byte[] bytes, int from, int length, long begun) {
    UnfinishedLine line = pending.get(tid);
    int end = from + length;
    int start = from;
    long first = begun;
    for (int i = from; i < end; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        line = append(tid, line, bytes, start, i, first);
        start = i + 1;
        if (bytes[i] == '\r') {
          line.returnToStart();
        } else {
          print(tid, line);
          line = null;
          first = System.nanoTime();
        }
      }
    }
    if (start < end) {
      append(tid, line, bytes, start, end, first);
    }
  }

  /// Whether a thread has printed something without a line end.
  boolean hasUnfinishedLine(long tid) {
    return pending.containsKey(tid);
  }

  /// Tells each line that has no line end yet, if it has changed. Prints those of threads that have
  /// ended.
  void tellUnfinished() {
    pending.forEach(
        (tid, line) -> {
          if (line.isOfEndedThread()) {
            print(tid, line);
          } else {
            line.tell(text -> output.tell(tid, line.name, stream, text, line.begun));
          }
        });
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
      long tid, @Nullable UnfinishedLine line, byte[] bytes, int from, int to, long begun) {
    UnfinishedLine grown = line != null ? line : begin(tid, begun);
    int at = from;
    while (at < to) {
      int piece = Math.min(to - at, LONGEST - grown.size());
      grown.add(bytes, at, at + piece);
      at += piece;
      if (grown.size() >= LONGEST) {
        print(tid, grown);
        grown = begin(tid, begun);
      }
    }
    return grown;
  }

  private UnfinishedLine begin(long tid, long begun) {
    Thread current = Thread.currentThread();
    var line =
        new UnfinishedLine(output.nameOf(tid), current.threadId() == tid ? current : null, begun);
    pending.put(tid, line);
    return line;
  }

  private void print(long tid, UnfinishedLine line) {
    pending.remove(tid, line);
    line.finish(text -> output.print(tid, line.name, stream, text, line.begun));
  }
}
