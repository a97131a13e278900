package duet.lane.java.reuse;

import duet.lane.java.jdk.JdkUnsafe;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The JDK's counters for thread names such as `Thread-0` and `pool-1-thread-1`. A script that
/// plays on a host after another one must see the names that it would see alone. No public method
/// resets the counters, but [JdkUnsafe] can (fields of JDK 25).
///
/// @param values the value of each counter
public record ThreadNameCounters(List<Integer> values) {
  /// A static field that is a number, or an [AtomicInteger].
  private record Counter(Object base, long offset, boolean isAtomic) {}

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
                    : (Integer) JdkUnsafe.call("getIntVolatile", counter.base, counter.offset));
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
        JdkUnsafe.call("putIntVolatile", counter.base, counter.offset, values.get(i));
      }
    }
  }

  private static AtomicInteger atomic(Counter counter) {
    return (AtomicInteger) JdkUnsafe.call("getReferenceVolatile", counter.base, counter.offset);
  }

  private static Optional<List<Counter>> counters() {
    if (!JdkUnsafe.isThere()) {
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
        JdkUnsafe.call("staticFieldBase", field),
        (Long) JdkUnsafe.call("staticFieldOffset", field),
        isAtomic);
  }
}
