package duet.lane.python.session;

import java.lang.reflect.Method;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/// Python's handler of SIGINT, taken out of the signal's way: the signal reaches a host whenever
/// Ctrl-C is pressed in its terminal, but only Duet knows whether it is meant for Python.
record KeyboardInterrupt(@Nullable Object handler) {
  private static final String SIGNAL = "INT";

  /// Takes the handler that GraalPy has installed, which raises in the main thread.
  static KeyboardInterrupt take() {
    return new KeyboardInterrupt(Signals.register(SIGNAL, () -> {}));
  }

  /// Has it raised. By reflection, since the compiler warns of every use of these types.
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
