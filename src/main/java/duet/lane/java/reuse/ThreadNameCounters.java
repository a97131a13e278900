package duet.lane.java.reuse;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The JDK's counters for thread names such as `Thread-0` and `pool-1-thread-1`. A script that
/// plays on a host after another one must see the names that it would see alone. No public method
/// resets the counters; `jdk.internal.misc.Unsafe` can, and the host's JVM exports it (fields of
/// JDK 25).
///
/// @param values the value of each counter
public record ThreadNameCounters(List<Integer> values) {
  /// The JVM option that exports it.
  public static final String OPENED = "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED";

  /// A static field that is a number, or an [AtomicInteger].
  private record Counter(Object base, long offset, boolean isAtomic) {}

  private static final @Nullable Object UNSAFE = unsafe();
  private static final Optional<List<Counter>> COUNTERS = counters();

  public ThreadNameCounters {
    values = List.copyOf(values);
  }

  /// The counters as they are now; empty where this JDK has others.
  public static Optional<ThreadNameCounters> now() {
    return COUNTERS.map(
        counters -> {
          var values = new ArrayList<Integer>();
          for (Counter counter : counters) {
            values.add(
                counter.isAtomic
                    ? atomic(counter).get()
                    : (Integer) call("getIntVolatile", counter.base, counter.offset));
          }
          return new ThreadNameCounters(values);
        });
  }

  /// Sets the counters back.
  public void restore() {
    List<Counter> counters = COUNTERS.orElseThrow();
    for (int i = 0; i < counters.size(); i++) {
      Counter counter = counters.get(i);
      if (counter.isAtomic) {
        atomic(counter).set(values.get(i));
      } else {
        call("putIntVolatile", counter.base, counter.offset, values.get(i));
      }
    }
  }

  private static AtomicInteger atomic(Counter counter) {
    return (AtomicInteger) call("getReferenceVolatile", counter.base, counter.offset);
  }

  private static Optional<List<Counter>> counters() {
    if (UNSAFE == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          List.of(
              counter("java.lang.Thread$ThreadNumbering", "next", false),
              counter("java.util.concurrent.Executors$DefaultThreadFactory", "poolNumber", true),
              counter("java.util.concurrent.ForkJoinPool", "poolIds", false),
              counter("java.util.Timer", "nextSerialNumber", true)));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private static Counter counter(String type, String name, boolean isAtomic)
      throws ReflectiveOperationException {
    Field field = Class.forName(type).getDeclaredField(name);
    if (field.getType() != (isAtomic ? AtomicInteger.class : int.class)) {
      throw new NoSuchFieldException(name);
    }
    return new Counter(
        call("staticFieldBase", field), (Long) call("staticFieldOffset", field), isAtomic);
  }

  private static @Nullable Object unsafe() {
    try {
      return Class.forName("jdk.internal.misc.Unsafe").getMethod("getUnsafe").invoke(null);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  private static Object call(String name, Object... arguments) {
    for (Method method : UNSAFE == null ? new Method[0] : UNSAFE.getClass().getMethods()) {
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
