package duet.lane.host;

import com.sun.management.OperatingSystemMXBean;
import duet.lane.protocol.Usage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// Measures the CPU time of a script's own threads, apart from that of the JVM around them.
///
/// A thread that has ended can no longer be measured, but the JVM's own threads (compiler, garbage
/// collector, this host's) live as long as the process. So the script's CPU time is that of the
/// whole process minus that of two groups: threads that were there before "go", and threads with a
/// compiler's name. Linux has each thread's time in `/proc/self/task/TID/schedstat`, in nanoseconds
/// (proc_pid_schedstat(5)). Without that file, the time of the whole process counts as the
/// script's, and the JVM's is unknown.
public final class CpuMeter {
  private static final Path TASKS = Path.of("/proc/self/task");

  /// How the names of threads begin that the JVM may start after "go".
  private static final Set<String> JVM_NAMES =
      Set.of("C1 CompilerThre", "C2 CompilerThre", "TruffleCompiler", "JVMCI Compiler");

  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private long processBefore;
  private Map<String, Long> jvmBefore = Map.of();

  /// Starts or restarts the measurement. To be called on the thread that will run the script.
  public void start() {
    var before = new HashMap<>(tasks());
    before.remove(ownTid());
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
    for (var task : tasks().entrySet()) {
      Long before = jvmBefore.get(task.getKey());
      if (before != null || isOfJvm(name(task.getKey()))) {
        jvm += (task.getValue() - (before == null ? 0 : before)) / 1e9;
      }
    }
    return new Usage(
        wall, OptionalDouble.of(Math.max(0, whole - jvm)), OptionalDouble.of(Math.max(0, jvm)));
  }

  /// Whether a thread of this name belongs to the JVM, even if it was started after "go".
  static boolean isOfJvm(String name) {
    return JVM_NAMES.stream().anyMatch(name::startsWith);
  }

  private static Map<String, Long> tasks() {
    var nanos = new HashMap<String, Long>();
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        String[] fields = text(task.resolve("schedstat")).split(" ", 2);
        if (fields.length == 2) {
          nanos.put(task.getFileName().toString(), Long.parseLong(fields[0]));
        }
      }
    } catch (IOException e) {
      return Map.of();
    }
    return nanos;
  }

  private static String ownTid() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName().toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static String name(String tid) {
    return text(TASKS.resolve(tid).resolve("comm")).strip();
  }

  /// A file's text; empty if its thread has just ended.
  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
