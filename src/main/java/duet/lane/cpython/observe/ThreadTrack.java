package duet.lane.cpython.observe;

/// What one thread did, from readings about a millisecond apart. A reading says what the thread
/// does at that moment, and what Linux has counted for it by then (proc_pid_schedstat(5)): how long
/// it had a core, and how long it waited for one. Between two readings at which the thread was
/// blocked these counters are exact, so the length of what it ran and waited is too; only the rest
/// of the time is divided by what the readings saw.
final class ThreadTrack {
  /// A thread that is never seen blocked is accounted for about this often; and at the latest so
  /// long after, since a wait for a core is counted only when it is over.
  private static final long LONG_NANOS = 100_000_000;

  private static final long LONGEST_NANOS = 1_000_000_000;

  /// How late the counter of a thread that runs may be: Linux brings it up to date at each tick of
  /// its clock.
  private static final long TICK_NANOS = 10_000_000;

  private final Slices slices;

  /// The open span: since when, what the thread did then, and until when it was seen to do just
  /// that; when it was first and last seen running since.
  private long from;

  private Activity first = Activity.RUNNING;
  private long same;
  private long ranFirst;
  private long ranLast;

  /// The part of the counters that has been accounted for.
  private long cpu;

  private long ready;

  private final long cpuBefore;
  private final long readyBefore;
  private long lastCpu;
  private long lastReady;
  private long lastTurns = -1;

  /// A thread that was there before.
  ///
  /// @param since where its slices begin; until now it ran
  /// @param now a reading of [System#nanoTime()], as are all times
  /// @param cpu how long it has had a core, in nanoseconds, as are all lengths
  /// @param ready how long it has waited for one
  static ThreadTrack of(long since, long now, long cpu, long ready) {
    var slices = new Slices(since);
    slices.add(Activity.RUNNING, now);
    return new ThreadTrack(slices, now, cpu, ready, false);
  }

  /// How a thread began.
  ///
  /// @param at when it was started
  /// @param ran when it ran its first line
  /// @param hasGil whether it needed the GIL for that
  record Birth(long at, long ran, boolean hasGil) {}

  /// A thread that has just begun, and told when. Before its first line it can wait for nothing but
  /// a core and the GIL, which a thread of Python takes first.
  static ThreadTrack ofTold(Birth birth, long now, long cpu, long ready) {
    var slices = new Slices(birth.at);
    long waited = Math.min(ready, birth.ran - birth.at);
    slices.add(birth.hasGil ? Activity.GIL : Activity.HIDDEN, birth.ran - waited);
    slices.add(Activity.READY, birth.ran);
    long since = now - birth.ran;
    long ran = Math.min(cpu, since);
    long late = since - ran <= TICK_NANOS ? since - ran : 0;
    slices.add(Activity.HIDDEN, now - ran - late);
    slices.add(Activity.RUNNING, now);
    return new ThreadTrack(slices, now, cpu + late, ready, true);
  }

  /// A thread that has just begun: at least as long ago as it has had or wanted a core.
  static ThreadTrack ofNew(long now, long cpu, long ready) {
    var slices = new Slices(now - cpu - ready);
    slices.add(Activity.READY, now - cpu);
    slices.add(Activity.RUNNING, now);
    return new ThreadTrack(slices, now, cpu, ready, true);
  }

  private ThreadTrack(Slices slices, long now, long cpu, long ready, boolean isNew) {
    this.slices = slices;
    this.cpu = cpu;
    this.ready = ready;
    cpuBefore = isNew ? 0 : cpu;
    readyBefore = isNew ? 0 : ready;
    from = now;
    same = now;
    lastCpu = cpu;
    lastReady = ready;
  }

  /// Whether the thread has done nothing but wait since the last reading: then it still waits in
  /// the same call.
  boolean isUnchanged(long nowCpu, long nowReady, long nowTurns) {
    return first.isBlocked()
        && ranLast == 0
        && nowTurns == lastTurns
        && nowCpu == lastCpu
        && nowReady == lastReady;
  }

  /// What it was seen to do when it was seen blocked last.
  Activity doing() {
    return first;
  }

  /// Adds a reading.
  ///
  /// @param doing what the thread does
  /// @param nowCpu how long it has had a core
  /// @param nowReady how long it has waited for one
  /// @param nowTurns how often it has got one
  void add(long now, Activity doing, long nowCpu, long nowReady, long nowTurns) {
    if (isUnchanged(nowCpu, nowReady, nowTurns) && doing == first) {
      same = now;
      return;
    }
    lastCpu = nowCpu;
    lastReady = nowReady;
    lastTurns = nowTurns;
    if (doing.isBlocked()) {
      close(now, doing);
      cpu = nowCpu; // exact again
      ready = nowReady;
    } else {
      ranFirst = ranFirst == 0 ? now : ranFirst;
      ranLast = now;
      if (isToBeAccountedFor(now)) {
        close(now, doing);
      }
    }
  }

  private boolean isToBeAccountedFor(long now) {
    long open = now - same - (lastCpu - cpu) - (lastReady - ready);
    long length = now - ranFirst;
    return length > LONGEST_NANOS || (length > LONG_NANOS && open <= TICK_NANOS);
  }

  /// The thread has ended, or is looked at for the last time.
  void end(long now) {
    if (same < now && ranLast == 0 && first.isBlocked()) {
      same = now;
    }
    close(now, first.isBlocked() && ranLast == 0 ? first : Activity.RUNNING);
  }

  /// What it did so far, up to the last time that it was accounted for.
  Slices slices() {
    return slices;
  }

  /// How long it has waited for a core since it was first looked at, or since it began.
  long waitedForCore() {
    return lastReady - readyBefore;
  }

  /// How long it has had a core since it was first looked at, or since it began.
  long cpu() {
    return lastCpu - cpuBefore;
  }

  private void close(long now, Activity last) {
    long length = now - from;
    long ran = Math.clamp(lastCpu - cpu, 0, length);
    long waited = Math.clamp(lastReady - ready, 0, length - ran);
    long blocked = length - ran - waited;
    if (!first.isBlocked() && !last.isBlocked()) {
      long late = Math.min(blocked, TICK_NANOS);
      ran += late;
      blocked -= late;
    }
    cpu += ran;
    ready += waited;
    long before = blockedBefore(now, blocked, last);
    slices.add(first.isBlocked() ? first : Activity.HIDDEN, from + before);
    slices.add(Activity.READY, from + before + waited);
    slices.add(Activity.RUNNING, from + before + waited + ran);
    slices.add(last, now);
    from = now;
    same = now;
    first = last;
    ranFirst = 0;
    ranLast = 0;
  }

  /// How much of the blocked time came before the running time: what was seen, and of the rest a
  /// part in proportion to the gaps between readings in which the change happened.
  private long blockedBefore(long now, long blocked, Activity last) {
    if (!last.isBlocked()) {
      return blocked;
    }
    if (!first.isBlocked()) {
      return 0;
    }
    long seen = same - from;
    if (blocked <= seen) {
      return blocked;
    }
    boolean isRunSeen = ranLast != 0;
    double gapBefore = isRunSeen ? ranFirst - same : 1;
    double gapAfter = isRunSeen ? now - ranLast : 1;
    return seen + Math.round((blocked - seen) * gapBefore / (gapBefore + gapAfter));
  }
}
