package duet.lane.host;

import com.sun.management.OperatingSystemMXBean;
import duet.lane.protocol.Usage;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// Measures the CPU time of a script's own threads, apart from that of the JVM around them.
///
/// A thread that has ended can no longer be measured, but the JVM's own threads (compiler, garbage
/// collector, this host's) live as long as the process. So the script's CPU time is that of the
/// whole process minus that of two groups: threads that were there before "go", and threads with
/// the name of a compiler or of this host. Linux tells each thread's time ([TaskTimes]). Where it
/// is not told, the time of the whole process counts as the script's, and the JVM's is unknown.
public final class CpuMeter {
  /// How the names of threads begin that the JVM or Duet may start after "go".
  private static final Set<String> JVM_NAMES =
      Set.of("C1 CompilerThre", "C2 CompilerThre", "TruffleCompiler", "JVMCI Compiler", "duet-");

  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private long processBefore;
  private Map<String, TaskTimes> jvmBefore = Map.of();

  /// Starts or restarts the measurement. To be called on the thread that will run the script.
  public void start() {
    var before = new HashMap<>(TaskTimes.all());
    before.remove(TaskTimes.ownId());
    jvmBefore = before;
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
    double jvm = 0;
    for (var task : TaskTimes.all().entrySet()) {
      TaskTimes before = jvmBefore.get(task.getKey());
      if (before != null || isOfJvm(TaskTimes.name(task.getKey()))) {
        jvm += task.getValue().since(before == null ? TaskTimes.NONE : before).cpu() / 1e9;
      }
    }
    return new Usage(
        wall, OptionalDouble.of(Math.max(0, whole - jvm)), OptionalDouble.of(Math.max(0, jvm)));
  }

  /// Whether a thread of this name belongs to the JVM or to Duet, even if it was started after
  /// "go".
  static boolean isOfJvm(String name) {
    return JVM_NAMES.stream().anyMatch(name::startsWith);
  }
}
