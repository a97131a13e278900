package duet.lane.host;

import com.sun.management.ThreadMXBean;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.Usage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Measures how long the threads of a script wait for a core of the machine, apart from those of
/// the JVM around them. Linux counts that exactly for each native thread ([TaskTimes]). A thread
/// that has ended can no longer be asked, so all are read again and again while the script runs.
///
/// Which Java thread a native one is, no method tells. Both have the same CPU time, to the
/// nanosecond, and no others have.
final class CoreWaits {
  private static final long SHORTEST_TICK_NANOS = 4_000_000;
  private static final long LONGEST_TICK_NANOS = 20_000_000;
  private static final int TICKS = 500;

  /// With many threads a reading takes long; it may take this part of the time.
  private static final int PART = 25;

  private final ThreadMXBean beans = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Set<String> lateThreads;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final Map<String, CoreWaitHistory> histories = new LinkedHashMap<>();
  private final Map<Long, String> tasks = new HashMap<>();
  private final Set<String> ofJvm = new HashSet<>();
  private final Set<Long> notOfScript = new HashSet<>();
  private Map<String, TaskTimes> before = Map.of();
  private long start;
  private long late;
  private volatile boolean over;

  /// Starts the thread that reads, which is so no thread of the script.
  ///
  /// @param lateThreads as [Guest#lateThreads] tells
  CoreWaits(Set<String> lateThreads) {
    this.lateThreads = lateThreads;
    HostThreads.start("cores", this::sample);
  }

  /// Begins to measure. To be called on a thread that may run the script.
  ///
  /// @param lateNanos how long ago the script should have started: its process had no core
  synchronized void start(long lateNanos) {
    start = System.nanoTime();
    late = lateNanos;
    before = new HashMap<>(TaskTimes.all());
    histories.clear();
    tasks.clear();
    ofJvm.clear();
    notOfScript.clear();
    String own = TaskTimes.ownId();
    TaskTimes now = before.remove(own);
    if (now != null) {
      histories.put(own, new CoreWaitHistory(start, now));
      tasks.put(Thread.currentThread().threadId(), own);
    }
    for (long tid : beans.getAllThreadIds()) {
      notOfScript.add(tid);
    }
    ofJvm.addAll(before.keySet());
    begun.countDown();
  }

  private void sample() {
    Uninterruptible.run(begun::await);
    while (!over) {
      long begin = System.nanoTime();
      try {
        tick();
      } catch (OutOfMemoryError e) {
        return; // keep what was read so far
      }
      long now = System.nanoTime();
      long tick = Math.clamp((now - start) / TICKS, SHORTEST_TICK_NANOS, LONGEST_TICK_NANOS);
      LockSupport.parkNanos(Math.max(tick, PART * (now - begin)));
    }
  }

  private synchronized void tick() {
    if (before.isEmpty() || over) {
      return;
    }
    var unknown = new ArrayList<String>();
    for (String task : TaskTimes.ids()) {
      if (ofJvm.contains(task)) {
        continue;
      }
      boolean isKnown = tasks.containsValue(task);
      if (!isKnown && CpuMeter.isOfJvm(task, lateThreads)) {
        leaveToJvm(task);
      } else {
        read(task);
        if (!isKnown) {
          unknown.add(task);
        }
      }
    }
    if (!unknown.isEmpty()) {
      identify(unknown);
    }
  }

  private void read(String task) {
    TaskTimes times = TaskTimes.of(task);
    if (times != null) {
      long now = System.nanoTime();
      histories
          .computeIfAbsent(task, _ -> new CoreWaitHistory(now, TaskTimes.NONE))
          .add(now, times);
    }
  }

  private void leaveToJvm(String task) {
    ofJvm.add(task);
    histories.remove(task);
  }

  /// Finds out which Java threads these native ones are.
  private void identify(List<String> unknown) {
    long[] tids =
        Arrays.stream(beans.getAllThreadIds())
            .filter(tid -> !notOfScript.contains(tid) && !tasks.containsKey(tid))
            .toArray();
    long[] least = beans.getThreadCpuTime(tids);
    var times = new HashMap<String, TaskTimes>();
    for (String task : unknown) {
      @Nullable TaskTimes now = TaskTimes.of(task);
      if (now != null) {
        times.put(task, now);
      }
    }
    long[] most = beans.getThreadCpuTime(tids);
    for (int i = 0; i < tids.length; i++) {
      String only = onlyWithin(times, least[i], most[i]);
      if (only != null) {
        identified(tids[i], only);
      }
    }
  }

  /// The system learns a thread's name only when that thread first runs; Java knows it before.
  private void identified(long tid, String task) {
    @Nullable ThreadInfo info = beans.getThreadInfo(tid);
    if (info == null
        || HostThreads.isOwn(tid)
        || CpuMeter.isLate(info.getThreadName(), lateThreads)) {
      notOfScript.add(tid);
      leaveToJvm(task);
    } else {
      tasks.put(tid, task);
    }
  }

  /// The only native thread with a CPU time in this range; null where there are none or several.
  static @Nullable String onlyWithin(Map<String, TaskTimes> times, long least, long most) {
    List<String> fit =
        times.entrySet().stream()
            .filter(entry -> entry.getValue().cpu() >= least && entry.getValue().cpu() <= most)
            .map(Map.Entry::getKey)
            .toList();
    return least >= 0 && fit.size() == 1 ? fit.getFirst() : null;
  }

  /// Ends the measurement, and adds to a run's usage how long its threads waited for a core. Not
  /// known where the system does not tell.
  synchronized Usage end(Usage usage) {
    tick();
    over = true;
    if (before.isEmpty()) {
      return usage;
    }
    long script = histories.values().stream().mapToLong(CoreWaitHistory::ready).sum();
    long jvm = late;
    for (String task : ofJvm) {
      TaskTimes now = TaskTimes.of(task);
      if (now != null && !HostThreads.isOwn(task)) { // who observes delays nobody
        jvm += now.since(before.getOrDefault(task, TaskTimes.NONE)).ready();
      }
    }
    return new Usage(
        usage.wall(),
        usage.cpu(),
        usage.jvmCpu(),
        OptionalDouble.of(script / 1e9),
        OptionalDouble.of(jvm / 1e9));
  }

  /// The states of all threads, with their waits for a core as states of their own.
  ///
  /// @param states of each thread without gaps, in the order of time
  /// @param go the [System#nanoTime()] that their times count from
  synchronized List<State> in(List<State> states, long go) {
    var byThread = new LinkedHashMap<Long, List<State>>();
    states.forEach(s -> byThread.computeIfAbsent(s.tid(), _ -> new ArrayList<>()).add(s));
    var all = new ArrayList<State>();
    byThread.forEach(
        (tid, own) -> {
          CoreWaitHistory history = histories.get(tasks.getOrDefault(tid, ""));
          all.addAll(history == null ? own : history.in(own, go));
        });
    return all;
  }
}
