package duet.lane.java.jdk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/// Reads and writes private fields of the JDK: `jdk.internal.misc.Unsafe`, which the host's JVM
/// exports to Duet alone.
public final class JdkUnsafe {
  /// The JVM option that does so.
  public static final String OPENED = "--add-exports=java.base/jdk.internal.misc=duet";

  private static final @Nullable Object UNSAFE = unsafe();

  /// Kept, since every call of `getMethods` copies hundreds of them.
  private static final Method[] METHODS =
      UNSAFE == null ? new Method[0] : UNSAFE.getClass().getMethods();

  private JdkUnsafe() {}

  /// Whether this JVM exports it.
  public static boolean isThere() {
    return UNSAFE != null;
  }

  private static @Nullable Object unsafe() {
    try {
      return Class.forName("jdk.internal.misc.Unsafe").getMethod("getUnsafe").invoke(null);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /// Calls the method with this name and number of arguments.
  ///
  /// @throws IllegalStateException when there is none, or it fails
  public static Object call(String name, Object... arguments) {
    for (Method method : METHODS) {
      if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
        try {
          return method.invoke(UNSAFE, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    throw new IllegalStateException("no method " + name);
  }
}
