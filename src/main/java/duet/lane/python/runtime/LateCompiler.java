package duet.lane.python.runtime;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.TruffleRuntime;
import com.oracle.truffle.api.nodes.RootNode;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.function.Consumer;

/// Delays the start of the compiler for Python. Truffle 25 starts it during the boot, which costs
/// half a second of CPU time and 10 MiB, whether anything is compiled later or not. Delayed, the
/// first function that is worth compiling starts it.
///
/// Truffle has no option for this. Its optimizing runtime keeps a task in a field and takes the
/// task for submitted when the field is set. Runtimes without that field stay as they are.
public final class LateCompiler {
  /// The field in which a runtime keeps the task that starts its compiler.
  static final String TASK = "initializationTask";

  /// The method by which a runtime gets its compiler.
  static final String COMPILER = "getTruffleCompiler";

  /// The method that makes such a task.
  static final String MAKE = "createInitializationTask";

  private LateCompiler() {}

  /// Delays the compiler until it is needed.
  public static void putOff() {
    try {
      TruffleRuntime runtime = Truffle.getRuntime();
      Field task = runtime.getClass().getDeclaredField(TASK);
      Method make = task.getType().getDeclaredMethod(MAKE, WeakReference.class, Consumer.class);
      task.setAccessible(true);
      make.setAccessible(true);
      Consumer<Object> nothing = _ -> {};
      task.set(runtime, make.invoke(null, new WeakReference<>(null), nothing));
    } catch (ReflectiveOperationException e) {
      // This runtime only interprets, or starts its compiler in another way.
    }
  }

  /// Starts the compiler if it has not started.
  public static void start() {
    try {
      TruffleRuntime runtime = Truffle.getRuntime();
      Object anything = RootNode.createConstantNode(0).getCallTarget();
      for (Method method : runtime.getClass().getMethods()) {
        if (method.getName().equals(COMPILER)) {
          method.invoke(runtime, anything);
        }
      }
    } catch (ReflectiveOperationException e) {
      // It starts when it is needed.
    }
  }
}
