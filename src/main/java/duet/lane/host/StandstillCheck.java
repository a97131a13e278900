package duet.lane.host;

import duet.lane.protocol.HostMessage.Occasion;
import duet.lane.protocol.HostMessage.Threads;
import duet.lane.protocol.ThreadView;
import duet.lane.protocol.WaitCycles;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// Decides whether threads can never go on. Its result depends on what it sees, not on when it is
/// called.
///
/// A script stands still when over a whole interval every thread stood, each in one and the same
/// wait, and at its end no thread is ready to run. That all stand is not enough: a thread that was
/// just woken looks like one that waits until it gets a core. That each has waited for long is not
/// enough either: a thread that waits for another one has waited for as long as that one worked.
public final class StandstillCheck {
  /// How long the look at a standstill may take. Nobody runs, so there is no hurry.
  private static final Duration STANDSTILL_LOOK = Duration.ofSeconds(3);

  /// How long the look at threads that wait for each other may take, while others run.
  private static final Duration CYCLE_LOOK = Duration.ofMillis(480);

  /// How long all threads stand still before the check looks closely.
  private static final double SUSPICIOUS_SECONDS = 0.4;

  /// How long two threads stand still, while others go on, before the check looks closely.
  private static final double PARTLY_SUSPICIOUS_SECONDS = 1;

  /// One wait of a thread.
  ///
  /// @param count how often the thread had waited when it began
  /// @param since when it was first seen, in nanoseconds
  private record Wait(long count, long since) {}

  /// Receives what the check finds.
  public interface Decision {
    /// Threads that will never go on: all of them at a [Occasion#STANDSTILL], some at a
    /// [Occasion#DEADLOCK].
    void stuck(Threads threads);

    /// The script has filled the memory.
    void exhausted();
  }

  private final WatchedProcess process;
  private final ThreadObserver observer;
  private final Decision findings;
  private final LongSupplier nanoTime;

  /// The waits that the script's threads are in.
  private volatile Map<Long, Wait> waits = Map.of();

  /// While every thread stands: how often each has waited, and since when all of that is so.
  private Map<Long, Long> still = Map.of();

  private long stillSince;
  private double interval = SUSPICIOUS_SECONDS;
  private Set<Long> suspects = Set.of();
  private volatile boolean over;

  /// @param process the process that it watches
  /// @param observer looks closely where threads may be stuck
  /// @param findings receives what it finds
  /// @param nanoTime a clock like [System#nanoTime()]
  public StandstillCheck(
      WatchedProcess process, ThreadObserver observer, Decision findings, LongSupplier nanoTime) {
    this.process = process;
    this.observer = observer;
    this.findings = findings;
    this.nanoTime = nanoTime;
  }

  /// From now on, nothing is reported.
  public void end() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  /// For how many seconds a thread has been in its wait; 0 if it is in none.
  public double waiting(long tid) {
    Wait wait = waits.get(tid);
    return wait == null ? 0 : (nanoTime.getAsLong() - wait.since) / 1e9;
  }

  /// Looks at threads and memory, and reports what it finds. Even the little memory that this takes
  /// may be missing.
  public void check() {
    boolean isExhausted;
    try {
      process.threads().ifPresentOrElse(this::check, this::forget);
      isExhausted = process.isMemoryExhausted();
    } catch (OutOfMemoryError e) {
      isExhausted = true;
    }
    if (isExhausted && !over) {
      over = true;
      findings.exhausted();
    }
  }

  private void check(List<ThreadReading> threads) {
    note(threads);
    if (doAllStand(threads)) {
      checkAll(threads);
    } else {
      still = Map.of();
      interval = SUSPICIOUS_SECONDS;
      checkSome(threads);
    }
  }

  private void forget() {
    waits = Map.of();
    still = Map.of();
  }

  private void note(List<ThreadReading> threads) {
    long now = nanoTime.getAsLong();
    var next = new HashMap<Long, Wait>();
    for (ThreadReading thread : threads) {
      if (thread.isOfScript() && thread.isWaiting()) {
        Wait known = waits.get(thread.tid());
        boolean goesOn = known != null && known.count == thread.waits();
        next.put(thread.tid(), goesOn ? known : new Wait(thread.waits(), now));
      }
    }
    waits = Map.copyOf(next);
  }

  private static boolean doAllStand(List<ThreadReading> threads) {
    return threads.stream().anyMatch(ThreadReading::isOfScript)
        && threads.stream().allMatch(ThreadReading::stands);
  }

  /// Every thread stands. If something else may still wake one, the check looks again, but less and
  /// less often.
  private void checkAll(List<ThreadReading> threads) {
    long now = nanoTime.getAsLong();
    Map<Long, Long> counts = countsOf(threads);
    if (!counts.equals(still)) {
      still = counts;
      stillSince = now;
    }
    if ((now - stillSince) / 1e9 < interval || !isConfirmed()) {
      return;
    }
    interval *= 2;
    ThreadObserver.Sight sight = observer.look(this::waiting, STANDSTILL_LOOK);
    if (!sight.canGoOn() && !over) {
      over = true;
      findings.stuck(new Threads(Occasion.STANDSTILL, sight.threads()));
    }
  }

  /// Whether nobody can have been woken: no thread is ready, and all are still in their waits.
  private boolean isConfirmed() {
    return !process.isOutputHeldUp()
        && !process.isAnyReady()
        && process
            .threads()
            .filter(again -> doAllStand(again) && countsOf(again).equals(still))
            .isPresent();
  }

  private static Map<Long, Long> countsOf(List<ThreadReading> threads) {
    return threads.stream().collect(Collectors.toMap(ThreadReading::tid, ThreadReading::waits));
  }

  /// Some threads go on. Those that have long waited for what somebody may hold are looked at once,
  /// since that may cost the others seconds.
  private void checkSome(List<ThreadReading> threads) {
    Set<Long> stuck =
        threads.stream()
            .filter(thread -> thread.isOfScript() && thread.waitsForAHolder())
            .map(ThreadReading::tid)
            .filter(tid -> waiting(tid) >= PARTLY_SUSPICIOUS_SECONDS)
            .collect(Collectors.toCollection(HashSet::new));
    if (stuck.size() < 2 || suspects.containsAll(stuck)) {
      return;
    }
    suspects = stuck;
    WaitCycles.of(observer.look(this::waiting, CYCLE_LOOK).threads()).stream()
        .filter(this::isConfirmed)
        .findFirst()
        .filter(_ -> !over)
        .ifPresent(cycle -> findings.stuck(new Threads(Occasion.DEADLOCK, cycle)));
  }

  /// Whether each thread of a cycle has stood for long, and is still in the same wait.
  private boolean isConfirmed(List<ThreadView> cycle) {
    Map<Long, ThreadReading> again =
        process.threads().orElse(List.of()).stream()
            .collect(Collectors.toMap(ThreadReading::tid, thread -> thread));
    return cycle.stream()
        .allMatch(
            view -> {
              ThreadReading now = again.get(view.tid());
              Wait wait = waits.get(view.tid());
              return now != null
                  && wait != null
                  && now.stands()
                  && now.waits() == wait.count
                  && waiting(view.tid()) >= PARTLY_SUSPICIOUS_SECONDS;
            });
  }
}
