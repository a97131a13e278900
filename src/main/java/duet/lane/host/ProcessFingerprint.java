package duet.lane.host;

import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;

/// What a script could change for the whole process, as it was before the script. If it is the same
/// afterwards, the host can play another script, which will notice nothing of the first one.
///
/// @param late as [Guest#lateThreads] tells
record ProcessFingerprint(
    Set<String> late,
    Set<Long> threads,
    Map<Object, Object> properties,
    List<Locale> locales,
    TimeZone timeZone,
    InputStream in,
    PrintStream out,
    PrintStream err) {
  /// How long threads that are about to end may take for that.
  private static final long END_TIMEOUT_MILLIS = 100;

  private static final long TICK_MILLIS = 5;
  private static final double FULL = 0.9;

  /// How it is now.
  static ProcessFingerprint taken(Set<String> late) {
    var threads = new HashSet<Long>();
    for (long id : ManagementFactory.getThreadMXBean().getAllThreadIds()) {
      threads.add(id);
    }
    return new ProcessFingerprint(
        late,
        threads,
        new HashMap<>(System.getProperties()),
        localesNow(),
        TimeZone.getDefault(),
        System.in,
        System.out,
        System.err);
  }

  /// Whether nothing has changed, and every thread that has started since has ended.
  boolean isUnchanged() {
    return System.in == in
        && System.out == out
        && System.err == err
        && localesNow().equals(locales)
        && TimeZone.getDefault().equals(timeZone)
        && System.getProperties().equals(properties)
        && hadMemoryLeft()
        && haveAllEnded();
  }

  /// The default locale, and those of its categories, which a script may set separately.
  private static List<Locale> localesNow() {
    return Stream.concat(
            Stream.of(Locale.getDefault()),
            Arrays.stream(Locale.Category.values()).map(Locale::getDefault))
        .toList();
  }

  /// If the memory was full, any thread may have failed half-way, even the host's own.
  private static boolean hadMemoryLeft() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getUsage().getMax() > 0)
        .filter(pool -> pool.getName().contains("Tenured"))
        .noneMatch(pool -> pool.getPeakUsage().getUsed() > FULL * pool.getUsage().getMax());
  }

  private boolean haveAllEnded() {
    ThreadMXBean beans = ManagementFactory.getThreadMXBean();
    for (long waited = 0; waited <= END_TIMEOUT_MILLIS; waited += TICK_MILLIS) {
      long[] others =
          Arrays.stream(beans.getAllThreadIds()).filter(id -> !threads.contains(id)).toArray();
      boolean anyOfScript =
          Arrays.stream(beans.getThreadInfo(others))
              .filter(Objects::nonNull)
              .filter(thread -> !HostThreads.isOwn(thread.getThreadId()))
              .anyMatch(thread -> !CpuMeter.isLate(thread.getThreadName(), late));
      if (!anyOfScript) {
        return true;
      }
      Uninterruptible.run(() -> Thread.sleep(TICK_MILLIS));
    }
    return false;
  }
}
