package duet.lane.java.observe;

import duet.lane.java.compile.ScriptLoader;
import duet.lane.java.jdk.JdkUnsafe;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The local variables that a thread's lambda has captured: names and values. The lambda object has
/// the values, the script's method that it calls has the names.
final class CapturedVariables {
  private CapturedVariables() {}

  /// What a platform thread runs; empty where that is not known (fields of JDK 25).
  static Optional<Object> taskOf(Thread thread) {
    return thread.isVirtual()
        ? Optional.empty()
        : field(thread, "java.lang.Thread", "holder")
            .flatMap(holder -> field(holder, "java.lang.Thread$FieldHolder", "task"));
  }

  private static Optional<Object> field(Object owner, String type, String name) {
    if (!JdkUnsafe.isThere()) {
      return Optional.empty();
    }
    try {
      Field field = Class.forName(type).getDeclaredField(name);
      long offset = (Long) JdkUnsafe.call("objectFieldOffset", field);
      return Optional.ofNullable(JdkUnsafe.call("getReference", owner, offset));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  /// The variables of a task; none unless it is a lambda.
  ///
  /// @param stack of the thread that runs it
  static Map<String, Object> of(Object task, StackTraceElement[] stack) {
    var variables = new LinkedHashMap<String, Object>();
    if (task.getClass().isHidden() && task.getClass().getClassLoader() instanceof ScriptLoader in) {
      List<String> names = outermost(stack, in);
      List<Object> values = values(task);
      for (int i = 0; i < names.size() && names.size() == values.size(); i++) {
        if (values.get(i) != null) {
          variables.put(names.get(i), values.get(i));
        }
      }
    }
    return variables;
  }

  /// The names of what the outermost method of the script got, with `this` where it got that.
  private static List<String> outermost(StackTraceElement[] stack, ScriptLoader script) {
    return Arrays.stream(stack)
        .filter(frame -> ScriptLoader.NAME.equals(frame.getClassLoaderName()))
        .reduce((_, outer) -> outer)
        .map(frame -> script.parameters(frame.getClassName(), frame.getMethodName()))
        .orElse(List.of());
  }

  /// The captured values in their order: javac's fields are called `arg$1`, `arg$2`, …
  private static List<Object> values(Object lambda) {
    var values = new ArrayList<Object>();
    try {
      for (int i = 1; i <= lambda.getClass().getDeclaredFields().length; i++) {
        Field field = lambda.getClass().getDeclaredField("arg$" + i);
        field.setAccessible(true);
        values.add(field.get(lambda));
      }
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      values.clear();
    }
    return values;
  }
}
