package duet.lane.host;

import duet.lane.HostMessage;
import duet.lane.Stream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Where a script performs: its two output streams, the names of its threads and the clock that
/// stamps its lines.
public final class Stage {
  private final Pipe pipe;
  private final Map<Long, String> names = new ConcurrentHashMap<>();
  private final Capture out = new Capture(this, Stream.OUT);
  private final Capture err = new Capture(this, Stream.ERR);
  private volatile long start = System.nanoTime();
  private boolean open;
  private long seq;

  Stage(Pipe pipe) {
    this.pipe = pipe;
  }

  /// Where standard output goes.
  public OutputStream out() {
    return out;
  }

  /// Where standard error goes.
  public OutputStream err() {
    return err;
  }

  /// Tells the name of a thread in its own language, for the lines it prints from now on. A thread
  /// that was never named here goes by its Java name.
  ///
  /// @param tid as in [Thread#threadId()]
  public void name(long tid, String name) {
    names.put(tid, name);
  }

  /// Nanoseconds since "go".
  public long elapsed() {
    return System.nanoTime() - start;
  }

  /// From here on, time counts from this reading of [System#nanoTime()], and what is printed is
  /// seen. What a runtime prints before, while it warms up, is not.
  synchronized void openAt(long nanoTime) {
    start = nanoTime;
    open = true;
  }

  /// Sends what was printed without a line end.
  void finish() {
    out.finish();
    err.finish();
  }

  /// Stamps a finished line and sends it. Lines leave in the order of their stamps.
  void print(Thread thread, Stream stream, String text) {
    String name = nameOf(thread);
    synchronized (this) {
      if (open) {
        pipe.send(new HostMessage.Line(++seq, elapsed(), name, thread.threadId(), stream, text));
      }
    }
  }

  private String nameOf(Thread thread) {
    String known = names.get(thread.threadId());
    if (known != null) {
      return known;
    }
    return thread.getName().isEmpty() ? "virtual-" + thread.threadId() : thread.getName();
  }
}
