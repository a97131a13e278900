package duet.lane.java.observe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import duet.lane.host.ScriptOutput;
import duet.lane.protocol.ThreadState;
import java.io.IOException;
import java.lang.Thread.State;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A thread at one moment.
///
/// @param blockerClass the class of the object that it waits for, empty where there is none
/// @param blockerHash that object's identity hash code
/// @param owner the id of the thread that holds that object, 0 where that is not known
record ThreadSnapshot(
    String name,
    long tid,
    State state,
    List<StackFrame> frames,
    String blockerClass,
    int blockerHash,
    long owner) {
  /// Frames that show how a thread waits, not what it waits for.
  private static final Pattern MECHANICS =
      Pattern.compile(
          "(jdk\\.internal\\.|java\\.lang\\.(VirtualThread|System\\$|Object)"
              + "|java\\.util\\.concurrent\\.(locks\\.(LockSupport|AbstractQueuedSynchronizer)"
              + "|ForkJoinPool\\.(managed|unmanaged|comp))).*");

  private static final Pattern INPUT =
      Pattern.compile("(sun\\.nio\\.|java\\.io\\.|java\\.net\\.|sun\\.net\\.).*");

  private static final String GET_TASK = "java.util.concurrent.ThreadPoolExecutor.getTask";

  private static final Pattern LOCKING =
      Pattern.compile("\\w*Lock\\.(lock|lockInterruptibly|tryLock)");

  /// One thread in the given state, described by its stack alone.
  static ThreadSnapshot of(Thread thread, State state) {
    List<StackFrame> frames =
        Arrays.stream(TrueThread.stack(thread))
            .map(frame -> StackFrame.of(frame.toString()))
            .toList();
    return new ThreadSnapshot(
        ScriptOutput.nameOf(thread), thread.threadId(), state, frames, "", 0, 0);
  }

  /// The platform threads with these ids, and every virtual thread.
  static List<ThreadSnapshot> all(Set<Long> platform) {
    var all = new ArrayList<ThreadSnapshot>();
    long[] ids = platform.stream().mapToLong(Long::longValue).toArray();
    ThreadInfo[] infos = ManagementFactory.getThreadMXBean().getThreadInfo(ids, Integer.MAX_VALUE);
    Arrays.stream(infos).filter(info -> info != null).map(ThreadSnapshot::of).forEach(all::add);
    try {
      all.addAll(virtual());
    } catch (IOException e) {
      // There is no place for the dump: only platform threads are shown.
    }
    return all;
  }

  private static ThreadSnapshot of(ThreadInfo info) {
    LockInfo lock = info.getLockInfo();
    return new ThreadSnapshot(
        named(info.getThreadName(), "thread-" + info.getThreadId()),
        info.getThreadId(),
        info.getThreadState(),
        Arrays.stream(info.getStackTrace()).map(frame -> StackFrame.of(frame.toString())).toList(),
        lock == null ? "" : lock.getClassName(),
        lock == null ? 0 : lock.getIdentityHashCode(),
        Math.max(0, info.getLockOwnerId()));
  }

  /// No management bean lists virtual threads; a thread dump does.
  private static List<ThreadSnapshot> virtual() throws IOException {
    Path folder = Files.createTempDirectory("duet");
    Path dump = folder.resolve("threads.json");
    try {
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(dump.toString(), ThreadDumpFormat.JSON);
      var threads = new ArrayList<ThreadSnapshot>();
      JsonObject root = JsonParser.parseString(Files.readString(dump)).getAsJsonObject();
      JsonObject content = root.getAsJsonObject("threadDump");
      for (JsonElement container : content.getAsJsonArray("threadContainers")) {
        for (JsonElement thread : container.getAsJsonObject().getAsJsonArray("threads")) {
          if (thread.getAsJsonObject().has("virtual")) {
            threads.add(of(thread.getAsJsonObject()));
          }
        }
      }
      return threads;
    } finally {
      Files.deleteIfExists(dump);
      Files.deleteIfExists(folder);
    }
  }

  private static ThreadSnapshot of(JsonObject thread) {
    var frames = new ArrayList<StackFrame>();
    for (JsonElement frame : thread.getAsJsonArray("stack")) {
      frames.add(StackFrame.of(frame.getAsString()));
    }
    return new ThreadSnapshot(
        named(thread.get("name").getAsString(), "virtual-" + thread.get("tid").getAsString()),
        Long.parseLong(thread.get("tid").getAsString()),
        State.valueOf(thread.get("state").getAsString()),
        frames,
        "",
        0,
        0);
  }

  private static String named(String name, String otherwise) {
    return name.isEmpty() ? otherwise : name;
  }

  /// The method that the script called and that the thread is in now, such as
  /// `LinkedBlockingQueue.take`. Where no frame is the script's, the first meaningful frame; empty
  /// where the thread is in the script's own code.
  String call() {
    String called = "";
    for (StackFrame frame : frames) {
      if (frame.isScript()) {
        return called;
      }
      called = frame.shortMethod();
    }
    return frames.stream()
        .filter(frame -> !MECHANICS.matcher(frame.method()).matches())
        .findFirst()
        .map(StackFrame::shortMethod)
        .orElse("");
  }

  /// Whether it is a worker of a thread pool that has no work. Seen in stacks of OpenJDK 25.
  boolean isIdleWorker() {
    return frames.stream().noneMatch(StackFrame::isScript)
        && frames.stream().anyMatch(frame -> frame.method().equals(GET_TASK));
  }

  /// The thread's state as the script sees it.
  ThreadState doing() {
    return switch (state) {
      case BLOCKED -> ThreadState.LOCK;
      case WAITING, TIMED_WAITING -> {
        if (frames.isEmpty() || frames.getFirst().isScript()) { // it has gone on meanwhile
          yield frames.isEmpty() ? ThreadState.UNKNOWN : ThreadState.RUNNING;
        }
        String call = call();
        yield switch (call) {
          case "Thread.sleep", "TimeUnit.sleep", "ScaledTime.sleep" -> ThreadState.SLEEP;
          case "Thread.join" -> ThreadState.JOIN;
          default ->
              LOCKING.matcher(call).matches()
                  ? ThreadState.LOCK
                  : isCalled(INPUT) ? ThreadState.IO : ThreadState.WAIT;
        };
      }
      default -> isInInput() ? ThreadState.IO : ThreadState.RUNNING;
    };
  }

  /// Whether the script called a method of that kind.
  private boolean isCalled(Pattern kind) {
    return frames.stream()
        .takeWhile(frame -> !frame.isScript())
        .anyMatch(frame -> kind.matcher(frame.method()).matches());
  }

  /// The innermost method of the script, such as `work`; empty where there is none.
  String function() {
    return frames.stream()
        .filter(StackFrame::isScript)
        .findFirst()
        .map(frame -> frame.method().substring(frame.method().lastIndexOf('.') + 1))
        .map(name -> name.replaceFirst("^lambda\\$(\\w+)\\$\\d+$", "$1"))
        .orElse("");
  }

  /// Whether it runs in native code that reads or writes.
  boolean isInInput() {
    return !frames.isEmpty() && INPUT.matcher(frames.getFirst().method()).matches();
  }
}
