package duet.lane.java.observe;

import duet.lane.host.HostThreads;
import duet.lane.host.ScriptOutput;
import duet.lane.host.StateHistory;
import duet.lane.host.Uninterruptible;
import duet.lane.java.record.ThreadRecord;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.ThreadState;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Samples the states of a script's threads: every two milliseconds at first, and in a long run
/// every 500th part of the time so far. A sample reads two fields of the thread and stops no
/// thread. Only a thread that begins a wait is looked at closely, and that thread stands still
/// anyway.
///
/// Flight Recorder has exact times, but takes 0.2 s to start and 0.1 s to read, and records no
/// event when a virtual thread parks (JDK 25).
public final class ThreadSampler {
  private static final long SHORTEST_TICK_NANOS = 2_000_000;
  private static final long LONGEST_TICK_NANOS = 20_000_000;
  private static final int TICKS = 500;

  /// How often the sampler looks for virtual threads; less often when there are many, so that it
  /// takes a bounded part of the time.
  private static final long VIRTUAL_NANOS = 20_000_000;

  private static final int PART_FOR_VIRTUAL = 20;
  private static final int MANY = 100;

  /// How often a thread that seems to run is asked for the CPU time that it used.
  private static final long CPU_CHECK_NANOS = 10_000_000;

  /// When the machine gives the sampler no core for so long, what threads did meanwhile is not
  /// known.
  private static final long BLIND_NANOS = 100_000_000;

  private static final double IDLE = 0.2;

  /// How long another wait at an object of the same class counts as the same kind of wait.
  private static final long SAME_NANOS = 20_000_000;

  private final ThreadMXBean beans = ManagementFactory.getThreadMXBean();
  private final ThreadGroup group;
  private final ScriptOutput stage;
  private final Map<Long, Track> tracks = new LinkedHashMap<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private volatile long lastTick;
  private volatile boolean over;
  private long nextVirtual;
  private Thread[] found = new Thread[64];

  /// What is known of one thread so far.
  private static final class Track {
    final Thread thread;
    final StateHistory slices;
    ThreadState state = ThreadState.RUNNING;
    long since;
    String where = "";
    long holder;

    /// The last wait that was looked at closely: what it was, and when.
    Thread.@Nullable State lookedAt;

    @Nullable Class<?> blocker;
    ThreadState known = ThreadState.WAIT;
    String knownWhere = "";
    long knownHolder;
    long lookedNanos;
    long cpuChecked;
    long cpu;

    /// Whether it was ever seen alive.
    boolean isSeen;

    /// When it was seen for the last time, if that is too long ago; otherwise 0.
    long blindSince;

    Track(Thread thread, long since) {
      this.thread = thread;
      slices = new StateHistory(thread.threadId(), ScriptOutput.nameOf(thread));
      this.since = since;
      cpuChecked = since;
    }

    void is(ThreadState now, String place, long owner, long nanos) {
      if (now != state || (now != ThreadState.RUNNING && !place.equals(where))) {
        if (blindSince > since && blindSince < nanos) {
          close(blindSince);
          slices.add(ThreadState.UNKNOWN, blindSince, nanos, "", 0);
        } else {
          close(nanos);
        }
        state = now;
        since = nanos;
        where = place;
        holder = owner;
      }
    }

    void close(long nanos) {
      slices.add(state, since, nanos, where, holder);
    }
  }

  /// Starts the sampling thread well before "go", so that it does not count as the script's.
  ///
  /// @param group the script's thread group
  public ThreadSampler(ThreadGroup group, ScriptOutput stage) {
    this.group = group;
    this.stage = stage;
    VirtualThreads.all().forEach(_ -> {});
    HostThreads.start("states", this::sample);
  }

  /// Begins to sample; `main` is about to start.
  public void start(Thread main) {
    ThreadRecord.clear();
    lastTick = stage.elapsed();
    tracks.put(main.threadId(), new Track(main, Math.max(0, lastTick)));
    begun.countDown();
  }

  /// The states of all threads until the end, which is now.
  ///
  /// @param end nanoseconds since "go"
  public synchronized List<State> states(long end) {
    over = true;
    tick(end);
    var all = new ArrayList<State>();
    for (Track track : tracks.values()) {
      if (track.since >= 0) {
        track.close(end); // which adds nothing for a thread that was never started
        track.since = end;
      }
      List<State> own = track.slices.all();
      long tid = own.isEmpty() ? 0 : own.getFirst().tid();
      all.addAll(ExactSleeps.in(own, ThreadRecord.sleepsOf(tid), stage.go()));
    }
    return all;
  }

  private void sample() {
    Uninterruptible.run(begun::await);
    while (!over) {
      LockSupport.parkNanos(Math.clamp(lastTick / TICKS, SHORTEST_TICK_NANOS, LONGEST_TICK_NANOS));
      synchronized (this) {
        try {
          tick(stage.elapsed());
        } catch (OutOfMemoryError e) {
          return; // keep what was sampled so far
        }
      }
    }
  }

  private void tick(long now) {
    long between = (lastTick + now) / 2;
    for (ThreadRecord.Start start : ThreadRecord.starts()) {
      follow(start.thread(), Math.max(0, stage.sinceGo(start.nanos())));
    }
    for (Thread thread : platformThreads()) {
      follow(thread, between);
    }
    if (now >= nextVirtual) {
      List<Thread> virtual = VirtualThreads.all().limit(StateHistory.THREADS_AT_MOST).toList();
      virtual.forEach(thread -> follow(thread, between));
      long took = virtual.size() < MANY ? 0 : stage.elapsed() - now;
      nextVirtual = now + Math.max(VIRTUAL_NANOS, PART_FOR_VIRTUAL * took);
    }
    for (Track track : tracks.values()) {
      track.blindSince = now - lastTick > BLIND_NANOS ? lastTick : 0;
      step(track.thread, track, Math.max(between, track.since), now);
    }
    lastTick = now;
  }

  private List<Thread> platformThreads() {
    int count = group.enumerate(found);
    while (count == found.length) {
      found = new Thread[2 * found.length];
      count = group.enumerate(found);
    }
    return Arrays.asList(found).subList(0, count);
  }

  private void follow(Thread thread, long nanos) {
    if (!tracks.containsKey(thread.threadId()) && tracks.size() < StateHistory.THREADS_AT_MOST) {
      tracks.put(thread.threadId(), new Track(thread, nanos));
    }
  }

  /// @param between the middle of the time since the last sample: about when a change happened
  private void step(Thread thread, Track track, long between, long now) {
    if (track.since < 0) {
      return;
    }
    Thread.State state = TrueThread.state(thread);
    switch (state) {
      case NEW -> track.since = now; // the script only says that it has started
      case TERMINATED -> {
        if (!track.isSeen) {
          track.state = ThreadState.UNKNOWN; // it was too short
        }
        track.close(Math.max(between, track.since + 1_000));
        track.since = -1;
      }
      case RUNNABLE -> running(thread, track, between, now);
      case BLOCKED, WAITING, TIMED_WAITING -> waits(thread, track, state, between, now);
    }
    track.isSeen |= state != Thread.State.NEW && state != Thread.State.TERMINATED;
  }

  /// To Java, a thread in native code is running. If it uses no CPU time and has called a method of
  /// input or output, it waits for that.
  private void running(Thread thread, Track track, long between, long now) {
    if (track.state != ThreadState.IO) {
      track.is(ThreadState.RUNNING, "", 0, between);
    }
    if (thread.isVirtual() || now - track.cpuChecked < CPU_CHECK_NANOS) {
      return;
    }
    long cpu = beans.getThreadCpuTime(thread.threadId());
    boolean isIdle = cpu - track.cpu < IDLE * (now - track.cpuChecked);
    long since = Math.max(track.since, track.cpuChecked);
    track.cpu = cpu;
    track.cpuChecked = now;
    if (!isIdle) {
      track.is(ThreadState.RUNNING, "", 0, since);
    } else if (track.state == ThreadState.RUNNING) {
      ThreadSnapshot seen = ThreadSnapshot.of(thread, Thread.State.RUNNABLE);
      if (seen.isInInput()) {
        track.is(ThreadState.IO, seen.function(), 0, since);
      }
    }
  }

  private void waits(Thread thread, Track track, Thread.State state, long between, long now) {
    Object blocker = LockSupport.getBlocker(thread);
    Class<?> type = blocker == null ? null : blocker.getClass();
    boolean goesOn = track.state != ThreadState.RUNNING && track.lookedAt == state;
    boolean isLikeTheLast = track.lookedAt == state && now - track.lookedNanos < SAME_NANOS;
    if (track.blocker == type && (goesOn || isLikeTheLast) && track.lookedAt != null) {
      track.is(track.known, track.knownWhere, track.knownHolder, between);
      return;
    }
    ThreadSnapshot seen = ThreadSnapshot.of(thread, state);
    track.lookedAt = state;
    track.blocker = type;
    track.lookedNanos = now;
    track.known = seen.doing();
    track.knownWhere = seen.function();
    track.knownHolder = track.known == ThreadState.LOCK ? holder(thread) : 0;
    track.is(track.known, track.knownWhere, track.knownHolder, between);
  }

  private long holder(Thread thread) {
    ThreadInfo info = thread.isVirtual() ? null : beans.getThreadInfo(thread.threadId());
    return info == null ? 0 : Math.max(0, info.getLockOwnerId());
  }
}
