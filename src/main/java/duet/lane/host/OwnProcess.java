package duet.lane.host;

import duet.lane.host.ThreadObserver.ThreadRole;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/// The process that this code runs in. Thread states come from the JVM, which stops no thread for
/// them. Whether a thread is ready to run comes from Linux, in the state field of
/// `/proc/self/task/TID/stat` (proc_pid_stat(5)).
final class OwnProcess implements WatchedProcess {
  /// With more threads than this, watching them all the time would cost too much.
  private static final int THREADS_AT_MOST = 1_000;

  /// How the names of the JVM's compiler threads begin.
  private static final Set<String> COMPILERS = Set.of("C1 CompilerThre", "C2 CompilerThre");

  private static final Path TASKS = Path.of("/proc/self/task");

  /// The JDK's threads that clean up after objects; they wake up once a minute.
  private static final Pattern CLEANER = Pattern.compile("(Common-)?Cleaner(-\\d+)?");

  private final ThreadMXBean beans = ManagementFactory.getThreadMXBean();
  private final MemoryWatch memory = new MemoryWatch();
  private final ThreadObserver observer;
  private final Set<String> late;
  private final BooleanSupplier isOutputHeldUp;
  private final long newestOfOurs;
  private final Set<String> before = Set.copyOf(TaskTimes.ids());

  /// The role of each thread for the script, which never changes.
  private Map<Long, ThreadRole> roles = Map.of();

  /// @param late as [Guest#lateThreads] tells
  /// @param newestOfOurs the id of the newest thread before "go". Older ones are not the script's,
  ///   except the one that runs its main program. (The JVM gives ids out in rising order.)
  OwnProcess(
      ThreadObserver observer,
      Set<String> late,
      BooleanSupplier isOutputHeldUp,
      long newestOfOurs) {
    this.observer = observer;
    this.late = late;
    this.isOutputHeldUp = isOutputHeldUp;
    this.newestOfOurs = newestOfOurs;
  }

  @Override
  public Optional<List<ThreadReading>> threads() {
    long[] ids = beans.getAllThreadIds();
    if (ids.length > THREADS_AT_MOST) {
      return Optional.empty();
    }
    var alive = new HashMap<Long, ThreadRole>();
    var readings = new ArrayList<ThreadReading>();
    for (ThreadInfo info : beans.getThreadInfo(ids)) {
      if (info == null) {
        continue; // it has just ended
      }
      ThreadRole known = roles.get(info.getThreadId());
      ThreadRole role = known != null ? known : roleOf(info.getThreadId(), info.getThreadName());
      alive.put(info.getThreadId(), role);
      if (role != ThreadRole.OTHER) {
        readings.add(reading(info, role));
      }
    }
    roles = alive;
    return Optional.of(readings);
  }

  private static ThreadReading reading(ThreadInfo info, ThreadRole role) {
    return new ThreadReading(
        info.getThreadId(),
        role,
        info.getThreadState(),
        info.getWaitedCount() + info.getBlockedCount(),
        info.getLockInfo() == null ? "" : info.getLockInfo().getClassName());
  }

  private ThreadRole roleOf(long tid, String name) {
    ThreadRole role = observer.roleOf(tid, name);
    boolean isOurs =
        tid <= newestOfOurs || HostThreads.isOwn(tid) || CLEANER.matcher(name).matches();
    return isOurs && role != ThreadRole.SCRIPT ? ThreadRole.OTHER : role;
  }

  @Override
  public boolean isAnyReady() {
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        if (isReady(task)) {
          return true;
        }
      }
    } catch (IOException e) {
      // This system does not say.
    }
    return false;
  }

  /// The line is `tid (name) state …`, and the name may hold any character.
  private boolean isReady(Path task) {
    String line = TaskTimes.text(task.resolve("stat")); // empty if it has just ended
    int end = Math.max(0, line.lastIndexOf(')'));
    return line.startsWith(") R", end) && !isOfJvm(task.getFileName().toString());
  }

  /// A thread that was there before "go" is not the script's, whatever it is called.
  private boolean isOfJvm(String task) {
    return CpuMeter.isOfJvm(task, late)
        || (before.contains(task) && CpuMeter.isLate(TaskTimes.name(task), COMPILERS));
  }

  @Override
  public boolean isOutputHeldUp() {
    return isOutputHeldUp.getAsBoolean();
  }

  @Override
  public boolean isMemoryExhausted() {
    return memory.isExhausted();
  }
}
