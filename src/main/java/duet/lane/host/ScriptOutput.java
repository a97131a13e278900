package duet.lane.host;

import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.ThreadState;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// A script's output: its two streams, the names of its threads, and the clock that stamps its
/// lines.
public final class ScriptOutput {
  /// The pieces of one call of a print function come within this time. Such a line is stamped at
  /// its end, so that lines are sent in the order of their stamps.
  private static final long ONE_CALL_NANOS = 1_000_000;

  private final MessagePipe pipe;
  private final Map<Long, String> names = new ConcurrentHashMap<>();
  private final Map<Long, State> printers = new LinkedHashMap<>();
  private final LineCapture out = new LineCapture(this, OutputChannel.OUT);
  private final LineCapture err = new LineCapture(this, OutputChannel.ERR);
  private volatile long start = System.nanoTime();
  private boolean open;
  private long seq;

  ScriptOutput(MessagePipe pipe) {
    this.pipe = pipe;
  }

  /// States that are not known of those threads that have printed and are in no other state: they
  /// lived at least from their first line to their last.
  synchronized List<State> statesOfOthers(List<State> states) {
    Set<Long> known = states.stream().map(State::tid).collect(Collectors.toSet());
    return printers.values().stream().filter(state -> !known.contains(state.tid())).toList();
  }

  /// Where standard output goes.
  public OutputStream out() {
    return out;
  }

  /// Where standard error goes.
  public OutputStream err() {
    return err;
  }

  /// Sets the name that a thread has in its own language, for the lines that it prints from now on.
  /// A thread without such a name is called by its Java name.
  ///
  /// @param tid as in [Thread#threadId()]
  public void name(long tid, String name) {
    names.put(tid, name);
  }

  /// Nanoseconds since "go".
  public long elapsed() {
    return sinceGo(System.nanoTime());
  }

  /// The reading of [System#nanoTime()] that stands for "go".
  public long go() {
    return start;
  }

  /// A reading of [System#nanoTime()] as nanoseconds since "go".
  public long sinceGo(long nanoTime) {
    return nanoTime - start;
  }

  /// Opens the output: time counts from this reading of [System#nanoTime()], and lines are sent
  /// from now on. What a runtime prints before, while it warms up, is dropped.
  synchronized void openAt(long nanoTime) {
    start = nanoTime;
    open = true;
  }

  /// Tells what threads have printed without a line end, so that it can be seen. Sends the lines of
  /// threads that have ended, to which nobody will add anything. Called several times a second.
  void tellUnfinished() {
    out.tellUnfinished();
    err.tellUnfinished();
  }

  /// Sends every line that has no line end yet.
  void finish() {
    out.finish();
    err.finish();
  }

  /// Sends everything, and waits until it is written.
  public void drain() {
    finish();
    pipe.drain();
  }

  /// Sends a thread's line that has no line end yet.
  public void finish(long tid) {
    out.finish(tid);
    err.finish(tid);
  }

  /// Adds text that a thread has printed, for languages that print characters, not bytes.
  ///
  /// @param tid as in [Thread#threadId()]
  /// @param begun the reading of [System#nanoTime()] when the text's first piece was written
  public void print(long tid, OutputChannel stream, String text, long begun) {
    if (!stream.isPrinted()) {
      print(tid, nameOf(tid), stream, text, begun);
      return;
    }
    LineCapture capture = stream == OutputChannel.OUT ? out : err;
    int end = text.length() - 1;
    boolean isLine =
        end >= 0
            && end < LineCapture.LONGEST
            && text.indexOf('\n') == end
            && text.indexOf('\r') < 0;
    if (isLine && !capture.hasUnfinishedLine(tid)) {
      print(tid, nameOf(tid), stream, text.substring(0, end), begun);
    } else {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      capture.write(tid, bytes, 0, bytes.length, begun);
    }
  }

  /// Stamps a finished line and sends it. Lines are sent in the order of their stamps, except those
  /// that took a while to finish.
  ///
  /// @param begun the reading of [System#nanoTime()] when the line's first piece was written
  void print(long tid, String thread, OutputChannel stream, String text, long begun) {
    synchronized (this) {
      if (open) {
        if (stream.isPrinted() && printers.size() < StateHistory.THREADS_AT_MOST) {
          long at = elapsed();
          printers.merge(
              tid,
              new State(tid, thread, ThreadState.UNKNOWN, at, at + 1_000, "", 0),
              (first, last) ->
                  new State(
                      tid, first.thread(), ThreadState.UNKNOWN, first.from(), last.to(), "", 0));
        }
        long now = System.nanoTime();
        long at = sinceGo(now - begun > ONE_CALL_NANOS ? begun : now);
        pipe.send(new HostMessage.Line(++seq, Math.max(0, at), thread, tid, stream, text));
      }
    }
  }

  /// Tells a line that has no line end yet.
  void tell(long tid, String thread, OutputChannel stream, String text, long begun) {
    synchronized (this) {
      if (open && !pipe.isFull()) {
        long at = Math.max(0, sinceGo(begun));
        pipe.send(
            new HostMessage.Unfinished(new HostMessage.Line(0, at, thread, tid, stream, text)));
      }
    }
  }

  /// A thread's name in its own language, or else its Java name.
  public String nameOf(long tid) {
    String known = names.get(tid);
    Thread current = Thread.currentThread();
    if (known != null || current.threadId() != tid) {
      return known != null ? known : "thread-" + tid;
    }
    return nameOf(current);
  }

  /// What a thread is called that has no name in its own language: its Java name, or a name of its
  /// kind and its id.
  public static String nameOf(Thread thread) {
    String kind = thread.isVirtual() ? "virtual-" : "thread-";
    return thread.getName().isEmpty() ? kind + thread.threadId() : thread.getName();
  }
}
