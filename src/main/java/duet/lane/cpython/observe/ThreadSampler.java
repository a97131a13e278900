package duet.lane.cpython.observe;

import duet.lane.host.HostThreads;
import duet.lane.host.StateHistory;
import duet.lane.protocol.HostMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks at the threads of a CPython process from outside, about a thousand times a second. It
/// stops none of them and needs no GIL.
final class ThreadSampler {
  private static final long FINE_NANOS = 1_000_000;
  private static final long COARSE_NANOS = 20_000_000;

  /// Looking may take this part of a core: with many threads, each is looked at less often.
  private static final int PART = 33;

  private static final int SMOOTHING = 16;

  private final HostTasks tasks;
  private final @Nullable SystemCalls calls;
  private final List<WatchedThread> all = new ArrayList<>();
  private final Map<Long, WatchedThread> alive = new HashMap<>();
  private @Nullable RuntimeSymbol runtime;
  private @Nullable String obstacle;
  private long go;
  private boolean isClosed;
  private boolean over;
  private boolean hasGil = true;

  ThreadSampler(HostTasks tasks) {
    this.tasks = tasks;
    calls = SystemCalls.of(System.getProperty("os.arch")).orElse(null);
  }

  /// Whether this Python has a GIL.
  synchronized void hasGil(boolean has) {
    hasGil = has;
  }

  /// A thread has begun, or has a new name. The first one is the main thread.
  synchronized void began(HostMessage.Began began) {
    long tid = began.tid();
    String name = began.thread();
    WatchedThread known = alive.get(tid);
    if (known != null && known.end == 0) {
      known.name = name;
    } else if (all.size() < StateHistory.THREADS_AT_MOST && !over) {
      add(tid, name, began.at(), began.ran());
    }
  }

  /// @param at when it was started, as a reading of [System#nanoTime()]; 0 where that is not known
  /// @param ran when it ran its first line, likewise
  private void add(long tid, String name, long at, long ran) {
    boolean isMain = all.isEmpty();
    long now = System.nanoTime();
    boolean isTold = go != 0 && at >= go && ran >= at && now >= ran;
    long begin = isMain && go != 0 ? Math.min(go, now) : isTold ? at : now;
    Optional<Path> folder = tasks.folderOf(tid);
    TaskFiles files = folder.map(ThreadSampler::open).orElse(null);
    ThreadTrack track = null;
    if (files != null) {
      track =
          isMain || go == 0
              ? ThreadTrack.of(begin, now, files.cpu(), files.ready())
              : isTold
                  ? ThreadTrack.ofTold(
                      new ThreadTrack.Birth(at, ran, hasGil), now, files.cpu(), files.ready())
                  : ThreadTrack.ofNew(now, files.cpu(), files.ready());
    } else if (isMain) { // it is there
      obstacle = "this system does not show what the threads of other processes do";
    }
    if (runtime == null && isMain) {
      runtime = tasks.process().flatMap(RuntimeSymbol::of).orElse(null);
    }
    String task = folder.map(one -> one.getFileName().toString()).orElse("");
    var watched = new WatchedThread(tid, name, task, begin, files, track);
    if (files == null && obstacle == null) {
      watched.end(now); // before Duet heard of it
    }
    all.add(watched);
    alive.put(tid, watched);
  }

  /// The files of a thread, with its counters read; null where there are none.
  private static @Nullable TaskFiles open(Path folder) {
    try {
      TaskFiles files = TaskFiles.open(folder);
      if (files.readCounters()) {
        return files;
      }
      files.close();
    } catch (IOException e) {
      // It has ended, or the system does not tell.
    }
    return null;
  }

  /// Starts to look.
  ///
  /// @param start when the script starts
  /// @param isFine whether it is to be found out what the threads do, not only what they use
  synchronized void go(long start, boolean isFine) {
    go = start;
    List<WatchedThread> before = all.stream().filter(one -> one.end == 0).toList();
    all.forEach(WatchedThread::close);
    all.clear();
    alive.clear();
    before.forEach(one -> add(one.tid, one.name, 0, 0));
    HostThreads.start("cpython", () -> sample(isFine ? FINE_NANOS : COARSE_NANOS));
  }

  private void sample(long tick) {
    long typical = 0;
    while (true) {
      long begin = System.nanoTime();
      if (!look()) {
        return;
      }
      long cost = System.nanoTime() - begin;
      typical = cost < typical ? cost : typical + (cost - typical) / SMOOTHING;
      LockSupport.parkNanos(Math.max(tick - cost, PART * typical));
    }
  }

  /// Looks at each thread once.
  private synchronized boolean look() {
    if (over) {
      return false;
    }
    for (int i = 0; i < all.size(); i++) {
      WatchedThread one = all.get(i);
      if (one.end == 0) {
        look(one);
      }
    }
    return true;
  }

  private void look(WatchedThread one) {
    if (one.files == null || one.track == null) {
      return;
    }
    try {
      if (one.files.readCounters()) {
        look(one.files, one.track);
        return;
      }
    } catch (IOException e) {
      // It has ended.
    }
    one.end(System.nanoTime());
  }

  private void look(TaskFiles files, ThreadTrack track) throws IOException {
    Activity doing;
    if (track.isUnchanged(files.cpu(), files.ready(), files.turns())) {
      doing = track.doing();
    } else {
      doing = activity(files);
      if (doing.isBlocked() && !files.readCounters()) { // those of a running thread are late
        throw new IOException("it has ended");
      }
    }
    track.add(System.nanoTime(), doing, files.cpu(), files.ready(), files.turns());
  }

  private Activity activity(TaskFiles files) throws IOException {
    if (calls == null || isClosed) {
      return Activity.HIDDEN;
    }
    try {
      return files.activity(calls, runtime);
    } catch (IOException e) {
      if (!files.readCounters()) {
        throw e;
      }
      isClosed = true;
      return Activity.HIDDEN;
    }
  }

  /// What a thread does at this moment.
  ///
  /// @param turns how often it has got a core: unchanged while it is in one and the same wait
  record Reading(long tid, String name, Activity activity, long turns) {}

  /// What all threads do now that are alive.
  synchronized List<Reading> readings() {
    var readings = new ArrayList<Reading>();
    for (WatchedThread one : all) {
      if (one.end == 0) {
        try {
          readings.add(reading(one));
        } catch (IOException e) {
          // It has ended.
        }
      }
    }
    return readings;
  }

  /// What some other thread of the process does; empty if it has ended.
  synchronized Optional<Reading> reading(long tid, Path task) {
    try (TaskFiles files = TaskFiles.open(task)) {
      return Optional.of(reading(new WatchedThread(tid, "", "", 0, files, null)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// The threads that are followed, by their ids outside of the process.
  synchronized Set<String> tasks() {
    return all.stream()
        .filter(one -> one.end == 0)
        .map(one -> one.task)
        .collect(Collectors.toSet());
  }

  private Reading reading(WatchedThread one) throws IOException {
    if (one.files == null || !one.files.readCounters()) {
      return new Reading(one.tid, one.name, Activity.HIDDEN, 0);
    }
    return new Reading(one.tid, one.name, activity(one.files), one.files.turns());
  }

  /// Ends looking, and tells what was seen of every thread that lived since "go".
  synchronized List<ThreadLife> end() {
    look();
    over = true;
    long now = System.nanoTime();
    for (WatchedThread one : all) {
      if (one.end == 0) {
        one.end(now);
      }
    }
    return all.stream().map(WatchedThread::life).toList();
  }

  /// Ends looking; nothing is to be told.
  synchronized void close() {
    over = true;
    all.forEach(WatchedThread::close);
  }

  /// How long the threads have waited for a core since "go", all together, in nanoseconds; empty
  /// where the system does not tell.
  synchronized OptionalLong waitedForCore() {
    return sum(ThreadTrack::waitedForCore);
  }

  /// How long the threads have had a core since "go", all together, in nanoseconds; empty where the
  /// system does not tell.
  synchronized OptionalLong cpu() {
    return sum(ThreadTrack::cpu);
  }

  private OptionalLong sum(ToLongFunction<ThreadTrack> figure) {
    List<ThreadTrack> tracks = all.stream().flatMap(one -> Stream.ofNullable(one.track)).toList();
    return tracks.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(tracks.stream().mapToLong(figure).sum());
  }

  /// Why nothing, or no wait for the GIL, can be seen; empty where it can.
  synchronized Optional<String> obstacle() {
    if (obstacle != null) {
      return Optional.of(obstacle);
    }
    if (calls == null) {
      return Optional.of("Duet does not know the system calls of this kind of processor");
    }
    if (isClosed) {
      return Optional.of(
          "Linux does not let Duet see the system calls of Python (kernel.yama.ptrace_scope)");
    }
    return runtime == null
        ? Optional.of("this Python does not tell where its GIL is")
        : Optional.empty();
  }
}
