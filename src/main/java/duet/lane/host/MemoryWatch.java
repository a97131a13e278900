package duet.lane.host;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Finds out when a script has filled the memory so far that the JVM does little but collect
/// garbage. Without this, the JVM would go on like that for minutes before it throws an error.
final class MemoryWatch {
  private static final long WINDOW_NANOS = 3_000_000_000L;
  private static final double SHARE_OF_TIME = 0.9;
  private static final double SHARE_OF_HEAP = 0.9;

  /// @param nanos as in [System#nanoTime()]
  /// @param collecting time spent collecting so far, in nanoseconds
  private record Sample(long nanos, long collecting) {}

  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private final Deque<Sample> samples = new ArrayDeque<>();

  /// Whether that has been so for some seconds. To be called several times a second.
  boolean isExhausted() {
    Runtime jvm = Runtime.getRuntime();
    var now = new Sample(System.nanoTime(), collecting());
    samples.add(now);
    boolean isFull = jvm.totalMemory() - jvm.freeMemory() > SHARE_OF_HEAP * jvm.maxMemory();
    Sample first = samples.element();
    if (now.nanos - first.nanos < WINDOW_NANOS) {
      return false;
    }
    samples.remove();
    return isFull && now.collecting - first.collecting > SHARE_OF_TIME * (now.nanos - first.nanos);
  }

  private long collecting() {
    return collectors.stream()
            .mapToLong(collector -> Math.max(0, collector.getCollectionTime()))
            .sum()
        * 1_000_000;
  }
}
