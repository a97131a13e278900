package duet.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jline.utils.Signals;

/// Handles Ctrl-C, a kill and a closed terminal while it is open, for instance by interrupting a
/// thread. The signal's exit status is kept ([#status]).
public final class Interruption implements AutoCloseable {
  private static final int SIGNALLED = 128;
  private static final String CONTROL_C = "INT";
  private static final int NUMBER_OF_CONTROL_C = 2;
  private static final Map<String, Integer> SIGNALS =
      Map.of(CONTROL_C, NUMBER_OF_CONTROL_C, "TERM", 15, "HUP", 1);

  private final Runnable first;
  private final IntConsumer further;
  private final Map<String, Object> before = new LinkedHashMap<>();
  private volatile int status;

  private Interruption(Map<String, Integer> signals, Runnable first, IntConsumer further) {
    this.first = first;
    this.further = further;
    signals.forEach(
        (name, number) -> {
          Object old = Signals.register(name, () -> signal(number));
          if (old != null) {
            before.put(name, old);
          }
        });
  }

  /// Interrupts the calling thread. A second Ctrl-C ends the whole process at once.
  public static Interruption ofThisThread() {
    return new Interruption(SIGNALS, Thread.currentThread()::interrupt, Interruption::halt);
  }

  /// Interrupts the calling thread; further signals change nothing.
  public static Interruption ofThisThreadOnce() {
    return new Interruption(SIGNALS, Thread.currentThread()::interrupt, _ -> {});
  }

  /// Handles only Ctrl-C. Calls one thing at the first Ctrl-C and another at each further one, on a
  /// thread that belongs to neither caller nor terminal.
  public static Interruption ofControlC(Runnable first, Runnable further) {
    return new Interruption(Map.of(CONTROL_C, NUMBER_OF_CONTROL_C), first, _ -> further.run());
  }

  /// The exit status for the last signal that came; 0 if none came.
  public int status() {
    return status;
  }

  @Override
  public void close() {
    before.forEach(Signals::unregister);
  }

  private void signal(int number) {
    boolean isFirst = status == 0;
    status = SIGNALLED + number;
    if (isFirst) {
      first.run();
    } else {
      further.accept(number);
    }
  }

  private static void halt(int number) {
    System.err.println(); // the shell's prompt begins on a new line
    // Hosts end with the pipe to this process.
    Runtime.getRuntime().halt(SIGNALLED + number);
  }
}
