package duet.lane.java.record;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// What a script's own code tells of its threads: which it started, and when they slept. It is
/// exact, however short. A script that tells so by itself, without a sleep, is not believed: a
/// thread that sleeps uses no CPU time.
public final class ThreadRecord {
  private static final int THREADS_AT_MOST = 1_000;
  private static final int SLEEPS_AT_MOST = 100_000;

  private static final Queue<Start> STARTS = new ConcurrentLinkedQueue<>();
  private static final Map<Long, Sleeps> SLEEPS = new ConcurrentHashMap<>();

  /// Beginning and ending a sleep takes less CPU time than this, and sleeping takes none.
  private static final long CPU_NANOS = 200_000;

  /// Of its time: a script that computes gets a larger part, though ten others compute as well.
  private static final int CPU_PART = 50;

  private static final ThreadMXBean BEANS = ManagementFactory.getThreadMXBean();
  private static final AtomicInteger threads = new AtomicInteger();
  private static final AtomicInteger sleeps = new AtomicInteger();

  /// A thread was started. It may have ended since.
  ///
  /// @param nanos a reading of [System#nanoTime()]
  public record Start(Thread thread, long nanos) {}

  /// One sleep.
  ///
  /// @param from a reading of [System#nanoTime()], as `to` is
  public record Sleep(long from, long to) {}

  /// The sleeps of one thread, which alone changes them.
  private static final class Sleeps {
    final List<Sleep> over = new ArrayList<>();
    long begun;
    long cpu;
  }

  private ThreadRecord() {}

  /// Forgets everything: another script begins.
  public static void clear() {
    STARTS.clear();
    SLEEPS.clear();
    threads.set(0);
    sleeps.set(0);
  }

  /// The script has started this thread.
  public static void started(@Nullable Thread thread) {
    if (thread != null
        && threads.get() < THREADS_AT_MOST
        && threads.incrementAndGet() <= THREADS_AT_MOST) {
      STARTS.add(new Start(thread, System.nanoTime()));
    }
  }

  /// The calling thread is about to sleep.
  public static void sleeps() {
    if (sleeps.get() < SLEEPS_AT_MOST) {
      Sleeps own = SLEEPS.computeIfAbsent(Thread.currentThread().threadId(), _ -> new Sleeps());
      own.cpu = cpu();
      own.begun = System.nanoTime();
    }
  }

  /// The calling thread has slept.
  public static void slept() {
    Sleeps own = SLEEPS.get(Thread.currentThread().threadId());
    if (own != null && own.begun != 0) {
      var sleep = new Sleep(own.begun, System.nanoTime());
      own.begun = 0;
      sleeps.incrementAndGet();
      if (cpu() - own.cpu <= CPU_NANOS + (sleep.to - sleep.from) / CPU_PART) {
        synchronized (own) {
          own.over.add(sleep);
        }
      }
    }
  }

  /// Nobody counts the CPU time of a virtual thread.
  private static long cpu() {
    return Thread.currentThread().isVirtual() ? 0 : BEANS.getCurrentThreadCpuTime();
  }

  /// The threads that were started since the last call, in the order of their starts.
  public static List<Start> starts() {
    var starts = new ArrayList<Start>();
    for (Start next = STARTS.poll(); next != null; next = STARTS.poll()) {
      starts.add(next);
    }
    return starts;
  }

  /// The sleeps of a thread that are over, in the order of time.
  public static List<Sleep> sleepsOf(long tid) {
    Sleeps own = SLEEPS.get(tid);
    if (own == null) {
      return List.of();
    }
    synchronized (own) {
      return List.copyOf(own.over);
    }
  }
}
