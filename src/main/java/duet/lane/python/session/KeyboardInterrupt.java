package duet.lane.python.session;

import java.lang.reflect.Method;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/// Python's handler of SIGINT, detached from the signal. The signal reaches a host whenever
/// somebody presses Ctrl-C in its terminal, but only Duet knows whether it is meant for Python.
record KeyboardInterrupt(@Nullable Object handler) {
  private static final String SIGNAL = "INT";

  /// Takes over the handler that GraalPy has installed; it raises in the main thread.
  static KeyboardInterrupt take() {
    return new KeyboardInterrupt(Signals.register(SIGNAL, () -> {}));
  }

  /// Makes it raise. It uses reflection since the compiler warns of every use of these types.
  void raise() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Method handle = Class.forName("sun.misc.SignalHandler").getMethod("handle", signal);
      handle.invoke(handler, signal.getConstructor(String.class).newInstance(SIGNAL));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
