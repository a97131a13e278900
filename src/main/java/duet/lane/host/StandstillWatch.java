package duet.lane.host;

import duet.lane.protocol.HostMessage.Occasion;
import duet.lane.protocol.HostMessage.Threads;
import duet.lane.protocol.ThreadView;
import duet.lane.protocol.WaitCycles;
import java.lang.Thread.State;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Watches a script for threads that can never go on. Ten times a second it reads every thread's
/// state and how often it has waited so far, for which no thread is stopped; only when threads have
/// stood still for a while does it have the [ThreadObserver] look closely.
final class StandstillWatch {
  private static final long TICK_MILLIS = 100;

  /// How long its last look is waited for.
  private static final long PATIENCE_MILLIS = 1_000;

  /// How long every thread stands still before that is looked into.
  private static final double SUSPICIOUS_SECONDS = 0.4;

  /// How long two threads stand still before that is looked into while others go on.
  private static final double PARTLY_SUSPICIOUS_SECONDS = 1;

  /// With more threads than this, watching them all the time would cost too much.
  private static final int THREADS_AT_MOST = 1_000;

  private static final Set<State> STANDING = Set.of(State.WAITING, State.BLOCKED);

  /// What a thread waits at for a signal that anybody may give, as an idle worker of a pool does
  /// for its queue. Nobody holds it, so it is in no deadlock of some threads; and to look at those
  /// that go on meanwhile may cost them seconds.
  private static final String SIGNAL =
      "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject";

  /// A thread in one of its waits.
  ///
  /// @param times how often it had waited when it began
  /// @param nanos when it was first seen there, as in [System#nanoTime()]
  private record WaitSeen(long times, long nanos) {}

  /// Who hears of it.
  interface WatchListener {
    /// Threads that will never go on: all of them at a [Occasion#STANDSTILL], some at a
    /// [Occasion#DEADLOCK].
    void stuck(Threads threads);

    /// The script has filled the memory, and the JVM does little else any more than to look for
    /// some.
    void exhausted();
  }

  private final Thread thread =
      Thread.ofPlatform().daemon().name("duet-watch").unstarted(this::watch);
  private final ThreadObserver lookout;
  private final WatchListener listener;
  private volatile Map<Long, WaitSeen> waits = Map.of();

  /// What each thread is to the script, which it stays for its life.
  private Map<Long, ThreadObserver.ThreadRole> roles = Map.of();

  private Set<Long> suspects = Set.of();
  private double patience = SUSPICIOUS_SECONDS;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean over;

  /// Threads that were made before this are not the script's, except the one that will run its main
  /// program.
  StandstillWatch(ThreadObserver lookout, WatchListener listener) {
    this.lookout = lookout;
    this.listener = listener;
  }

  void start() {
    thread.start();
  }

  /// Nothing is told any more.
  void end() {
    over = true;
    ended.countDown();
  }

  /// Whether it has ended, for which it is given a moment: it may be looking at the script still.
  boolean hasEnded() {
    Uninterruptible.run(() -> thread.join(PATIENCE_MILLIS));
    return !thread.isAlive();
  }

  /// What the script's threads are doing now, if that can be found out within a time.
  Optional<Threads> look(Occasion occasion, long atMostMillis) {
    BlockingQueue<Threads> seen = new ArrayBlockingQueue<>(1);
    Thread.ofPlatform()
        .daemon()
        .name("duet-look")
        .start(() -> seen.add(new Threads(occasion, lookout.look(this::waiting).threads())));
    var result = new ArrayList<Threads>();
    Uninterruptible.run(
        () -> {
          Threads threads = seen.poll(atMostMillis, TimeUnit.MILLISECONDS);
          if (threads != null) {
            result.add(threads);
          }
        });
    return result.stream().findFirst();
  }

  private void watch() {
    sleep();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    var memory = new MemoryWatch();
    while (!over) {
      if (isExhausted(threads, memory) && !over) {
        over = true;
        listener.exhausted();
      }
      sleep();
    }
  }

  /// Looks at threads and memory. Not even the little that this takes may be left.
  private boolean isExhausted(ThreadMXBean threads, MemoryWatch memory) {
    try {
      tick(threads);
      return memory.isExhausted();
    } catch (OutOfMemoryError e) {
      return true;
    }
  }

  private void sleep() {
    try {
      var _ = ended.await(TICK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // Only a script does that, and it is watched all the same.
    }
  }

  private void tick(ThreadMXBean beans) {
    long[] ids = beans.getAllThreadIds();
    if (ids.length > THREADS_AT_MOST) {
      waits = Map.of();
      return;
    }
    boolean anyGoes = false;
    boolean anyOfScript = false;
    var alive = new HashMap<Long, ThreadObserver.ThreadRole>();
    var waiting = new HashMap<Long, WaitSeen>();
    var standing = new HashSet<Long>();
    var held = new HashSet<Long>();
    for (ThreadInfo info : beans.getThreadInfo(ids)) {
      if (info == null) {
        continue; // it has just ended
      }
      ThreadObserver.ThreadRole known = roles.get(info.getThreadId());
      ThreadObserver.ThreadRole role = known != null ? known : roleOf(info);
      alive.put(info.getThreadId(), role);
      if (role == ThreadObserver.ThreadRole.OTHER) {
        continue;
      }
      boolean isOfScript = role == ThreadObserver.ThreadRole.SCRIPT;
      boolean stands = STANDING.contains(info.getThreadState());
      anyOfScript |= isOfScript;
      anyGoes |= !stands;
      if (isOfScript && stands) {
        standing.add(info.getThreadId());
        if (info.getLockInfo() == null || !info.getLockInfo().getClassName().equals(SIGNAL)) {
          held.add(info.getThreadId());
        }
      }
      if (isOfScript && (stands || info.getThreadState() == State.TIMED_WAITING)) {
        waiting.put(info.getThreadId(), wait(info));
      }
    }
    roles = alive;
    waits = Map.copyOf(waiting);
    if (anyOfScript && !anyGoes) {
      lookAtAll(standing);
    } else {
      patience = SUSPICIOUS_SECONDS;
      lookAtSome(held);
    }
  }

  private ThreadObserver.ThreadRole roleOf(ThreadInfo info) {
    ThreadObserver.ThreadRole role = lookout.roleOf(info.getThreadId(), info.getThreadName());
    // Ids are given out in rising order.
    boolean isOurs =
        info.getThreadId() <= thread.threadId() || info.getThreadName().startsWith("duet-");
    return isOurs && role != ThreadObserver.ThreadRole.SCRIPT
        ? ThreadObserver.ThreadRole.OTHER
        : role;
  }

  private WaitSeen wait(ThreadInfo info) {
    long times = info.getWaitedCount() + info.getBlockedCount();
    WaitSeen known = waits.get(info.getThreadId());
    return known != null && known.times == times ? known : new WaitSeen(times, System.nanoTime());
  }

  private double waiting(long tid) {
    WaitSeen wait = waits.get(tid);
    return wait == null ? 0 : (System.nanoTime() - wait.nanos) / 1e9;
  }

  /// Every thread waits. Where something else may still wake one, that is asked again, but less and
  /// less often.
  private void lookAtAll(Set<Long> standing) {
    if (!standing.stream().allMatch(tid -> waiting(tid) >= patience)) {
      return;
    }
    patience *= 2;
    ThreadObserver.Sight sight = lookout.look(this::waiting);
    if (!sight.canGoOn() && !over) {
      over = true;
      listener.stuck(new Threads(Occasion.STANDSTILL, sight.threads()));
    }
  }

  /// Some threads go on; those that do not, for what somebody may hold, are looked at once.
  private void lookAtSome(Set<Long> held) {
    var stuck = new HashSet<Long>();
    held.stream().filter(tid -> waiting(tid) >= PARTLY_SUSPICIOUS_SECONDS).forEach(stuck::add);
    if (stuck.size() < 2 || suspects.containsAll(stuck)) {
      return;
    }
    suspects = stuck;
    List<ThreadView> threads = lookout.look(this::waiting).threads();
    WaitCycles.of(threads).stream()
        .findFirst()
        .filter(_ -> !over)
        .ifPresent(circle -> listener.stuck(new Threads(Occasion.DEADLOCK, circle)));
  }
}
