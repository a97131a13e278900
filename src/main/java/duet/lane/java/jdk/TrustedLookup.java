package duet.lane.java.jdk;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;

/// The lookup that can reach every member of the JDK. Only Duet's own code in a Java host has it.
public final class TrustedLookup {
  private static final MethodHandles.Lookup LOOKUP = find();

  private TrustedLookup() {}

  /// The lookup.
  public static MethodHandles.Lookup get() {
    return LOOKUP;
  }

  private static MethodHandles.Lookup find() {
    try {
      Field field = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
      return (MethodHandles.Lookup)
          JdkUnsafe.call(
              "getReference",
              JdkUnsafe.call("staticFieldBase", field),
              JdkUnsafe.call("staticFieldOffset", field));
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("this JDK has no such lookup", e);
    }
  }
}
