package duet.lane.cpython.observe;

import duet.lane.host.ThreadObserver.ThreadRole;
import duet.lane.host.ThreadReading;
import duet.lane.host.WatchedProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A CPython process as the watch over standstills sees it. A thread that waits at a futex without
/// a time limit stands: only another thread, or another process, can wake it.
final class CPythonProcess implements WatchedProcess {
  /// Signals of timers: SIGALRM, SIGVTALRM and SIGPROF, as bits of a mask (signal(7)).
  private static final long TIMER_SIGNALS = 1L << 13 | 1L << 25 | 1L << 26;

  /// How much memory a script may fill, that of its child processes included.
  static final long MEMORY_MIB = 2_048;

  private static final long KIB_PER_MIB = 1_024;

  private final ThreadSampler sampler;
  private final HostTasks tasks;

  /// The threads that were there before the script started, outside of it.
  private final Set<String> before;

  /// What the main thread's reading was then. While it is the same, the script has not started.
  private final Optional<ThreadSampler.Reading> mainBefore;

  /// To be made just before the script starts.
  CPythonProcess(ThreadSampler sampler, HostTasks tasks) {
    this.sampler = sampler;
    this.tasks = tasks;
    before = Set.copyOf(tasks.outerIds());
    mainBefore = sampler.readings().stream().findFirst();
  }

  @Override
  public Optional<List<ThreadReading>> threads() {
    List<ThreadSampler.Reading> seen = sampler.readings();
    if (seen.stream().findFirst().equals(mainBefore)) {
      return Optional.empty();
    }
    List<ThreadReading> own = seen.stream().map(one -> reading(ThreadRole.SCRIPT, one)).toList();
    if (!own.stream().allMatch(ThreadReading::stands)) {
      return Optional.of(own);
    }
    var all = new ArrayList<>(own);
    helpers().forEach(one -> all.add(reading(ThreadRole.HELPER, one)));
    return Optional.of(all);
  }

  /// Threads that the script has started, but not in Python. Their ids are below 0 here.
  private List<ThreadSampler.Reading> helpers() {
    Set<String> known = sampler.tasks();
    return tasks.outerIds().stream()
        .filter(task -> !known.contains(task) && !before.contains(task))
        .flatMap(task -> sampler.reading(-Long.parseLong(task), tasks.folderOf(task)).stream())
        .toList();
  }

  private static ThreadReading reading(ThreadRole role, ThreadSampler.Reading seen) {
    Thread.State state =
        switch (seen.activity()) {
          case FUTEX -> Thread.State.WAITING;
          case RUNNING, READY, OTHER, HIDDEN -> Thread.State.RUNNABLE;
          case GIL, TIMED_FUTEX, SLEEP, IO, CHILD -> Thread.State.TIMED_WAITING;
        };
    return new ThreadReading(seen.tid(), role, state, seen.turns(), "");
  }

  /// That of its threads shows in [#threads()]. What may wake them besides are its child processes,
  /// and timers that send a signal.
  @Override
  public boolean isAnyReady() {
    return tasks.hasChildren()
        || tasks
            .process()
            .filter(
                process ->
                    (HostTasks.mask(process.resolve("status"), "SigCgt:") & TIMER_SIGNALS) != 0)
            .isPresent();
  }

  /// A thread that prints waits in a system call then, and does not stand.
  @Override
  public boolean isOutputHeldUp() {
    return false;
  }

  /// Python has no limit of its own, and would take all that the machine has.
  @Override
  public boolean isMemoryExhausted() {
    return tasks.memoryKib() > MEMORY_MIB * KIB_PER_MIB;
  }
}
