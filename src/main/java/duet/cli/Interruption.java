package duet.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jline.utils.Signals;

/// While this is open, Ctrl-C, a kill or a closed terminal interrupts a thread, which then tells
/// how far it came. A second Ctrl-C ends everything at once.
final class Interruption implements AutoCloseable {
  private static final int SIGNALLED = 128;
  private static final Map<String, Integer> SIGNALS = Map.of("INT", 2, "TERM", 15, "HUP", 1);

  private final Thread thread;
  private final Map<String, Object> before = new LinkedHashMap<>();
  private volatile int status;

  private Interruption(Thread thread) {
    this.thread = thread;
  }

  static Interruption ofThisThread() {
    var interruption = new Interruption(Thread.currentThread());
    SIGNALS.forEach(
        (name, number) -> {
          Object old = Signals.register(name, () -> interruption.signal(number));
          if (old != null) {
            interruption.before.put(name, old);
          }
        });
    return interruption;
  }

  /// The exit status that tells of the signal that came, 0 where none did.
  int status() {
    return status;
  }

  @Override
  public void close() {
    before.forEach(Signals::unregister);
  }

  private void signal(int number) {
    if (status != 0) {
      System.err.println(); // the prompt that follows gets a line of its own
      // Hosts end with the pipe to this process.
      Runtime.getRuntime().halt(SIGNALLED + number);
    }
    status = SIGNALLED + number;
    thread.interrupt();
  }
}
