package duet.lane.python.runtime;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.TruffleRuntime;
import com.oracle.truffle.api.nodes.RootNode;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.function.Consumer;

/// When the compiler for Python is started. Truffle 25 does so beside the boot, which takes half a
/// second of the processor's time and 10 MiB, whether anything is compiled later or not. Without
/// that it is started by the first function that is to be compiled.
///
/// Truffle has no option for this: a runtime of its own kind has a task for it, which counts as
/// submitted when there is one. Runtimes without that field stay as they are.
public final class LateCompiler {
  /// Where a runtime keeps the task that starts its compiler.
  static final String TASK = "initializationTask";

  /// What a runtime starts its compiler for.
  static final String COMPILER = "getTruffleCompiler";

  /// What makes such a task.
  static final String MAKE = "createInitializationTask";

  private LateCompiler() {}

  /// Has the compiler started when it is needed, and not before.
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
      // It interprets only, or is a Truffle that starts its compiler in another way.
    }
  }

  /// Starts it, unless it was.
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
      // Then it starts when it is needed.
    }
  }
}
