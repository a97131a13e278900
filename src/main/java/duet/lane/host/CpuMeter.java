package duet.lane.host;

import com.sun.management.OperatingSystemMXBean;
import duet.lane.protocol.Usage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// Measures the CPU time of a script's own threads, apart from that of the JVM around them.
///
/// A thread that has ended can no longer be measured, but the JVM's own threads (compiler, garbage
/// collector, this host's) live as long as the process. So the script's CPU time is that of the
/// whole process minus that of two groups: threads that were there before "go", and those that the
/// JVM or this host has started since. On some of the JVM's threads it is the script that computes:
/// in finalizers, and where it listens to the JVM. Linux tells each thread's time ([TaskTimes]).
/// Where it is not told, the time of the whole process counts as the script's, and the JVM's is
/// unknown.
public final class CpuMeter {
  private static final Set<String> LENT = Set.of("Finalizer", "Notification Thread");

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Set<String> late;
  private long processBefore;
  private Map<String, TaskTimes> jvmBefore = Map.of();
  private long[] lent = {};
  private double lentBefore;

  /// @param late as [Guest#lateThreads] tells
  public CpuMeter(Set<String> late) {
    this.late = late;
  }

  /// Starts or restarts the measurement. To be called on the thread that will run the script.
  public void start() {
    var before = new HashMap<>(TaskTimes.all());
    before.remove(TaskTimes.ownId());
    jvmBefore = before;
    lent =
        Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
            .filter(thread -> thread != null && LENT.contains(thread.getThreadName()))
            .mapToLong(ThreadInfo::getThreadId)
            .toArray();
    lentBefore = lentCpu();
    processBefore = process.getProcessCpuTime();
  }

  /// What was used since [#start].
  ///
  /// @param wallNanos how long the script ran
  public Usage read(long wallNanos) {
    double whole = (process.getProcessCpuTime() - processBefore) / 1e9;
    double wall = wallNanos / 1e9;
    if (jvmBefore.isEmpty()) {
      return new Usage(wall, OptionalDouble.of(whole), OptionalDouble.empty());
    }
    double jvm = lentBefore - lentCpu();
    for (var task : TaskTimes.all().entrySet()) {
      TaskTimes before = jvmBefore.get(task.getKey());
      if (before != null || isOfJvm(task.getKey(), late)) {
        jvm += task.getValue().since(before == null ? TaskTimes.NONE : before).cpu() / 1e9;
      }
    }
    return new Usage(
        wall, OptionalDouble.of(Math.max(0, whole - jvm)), OptionalDouble.of(Math.max(0, jvm)));
  }

  private double lentCpu() {
    return Arrays.stream(lent).map(id -> Math.max(0, threads.getThreadCpuTime(id))).sum() / 1e9;
  }

  /// Whether a native thread belongs to the JVM or to Duet, even if it was started after "go".
  static boolean isOfJvm(String task, Set<String> late) {
    return HostThreads.isOwn(task) || isLate(TaskTimes.name(task), late);
  }

  /// Whether a thread of this name is one of those.
  static boolean isLate(String name, Set<String> late) {
    return late.stream().anyMatch(name::startsWith);
  }
}
