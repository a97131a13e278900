package duet.lane.java.jdk;

import java.lang.reflect.Field;
import java.util.List;

/// Refuses native code to scripts. The option of the JVM for that switches off a part of its AOT
/// cache, without which a host takes half as long again to boot. So Duet sets what the option sets
/// (a field of JDK 25), before there is a script.
public final class NativeAccess {
  private static final int JDK = 25;
  private static final String BOOTSTRAP = "jdk.internal.module.ModuleBootstrap";
  private static final String FIELD = "ILLEGAL_NATIVE_ACCESS";

  private NativeAccess() {}

  /// The JVM options that refuse it where [#deny] does not.
  public static List<String> options() {
    return isKnown() ? List.of() : List.of("--illegal-native-access=deny");
  }

  /// From now on, code that was not allowed to call native code gets an [IllegalCallerException].
  ///
  /// @throws IllegalStateException if that cannot be had
  public static void deny() {
    if (!isKnown()) {
      return;
    }
    try {
      Field field = Class.forName(BOOTSTRAP).getDeclaredField(FIELD);
      Object denied = value(field.getType().getDeclaredField("DENY"));
      JdkUnsafe.call(
          "putReferenceVolatile",
          JdkUnsafe.call("staticFieldBase", field),
          JdkUnsafe.call("staticFieldOffset", field),
          denied);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JDK cannot keep scripts from native code", e);
    }
  }

  private static Object value(Field field) {
    return JdkUnsafe.call(
        "getReferenceVolatile",
        JdkUnsafe.call("staticFieldBase", field),
        JdkUnsafe.call("staticFieldOffset", field));
  }

  private static boolean isKnown() {
    return Runtime.version().feature() == JDK;
  }
}
