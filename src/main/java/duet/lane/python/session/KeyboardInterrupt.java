package duet.lane.python.session;

import java.lang.reflect.Method;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/// Python's handler of an interrupt, detached from its signal. SIGINT reaches a host whenever
/// somebody presses Ctrl-C in its terminal, but only Duet knows whether it is meant for Python; and
/// a program that was started with SIGINT ignored, as in the background of a script, gets no
/// handler for it at all (JVM_RegisterSignal). So `open_session` also puts the handler on a signal
/// that nobody ignores.
record KeyboardInterrupt(@Nullable Object handler) {
  private static final String SIGNAL = "USR1";

  /// Takes over the handler that GraalPy has installed; it raises in the main thread.
  static KeyboardInterrupt take() {
    Signals.register("INT", () -> {});
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
