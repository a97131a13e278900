package duet.lane.python.observe;

import duet.lane.host.ScriptOutput;
import duet.lane.host.StateHistory;
import duet.lane.host.ThreadObserver;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.ThreadState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// What a Python script's threads did, from two records: [RecordedGil] knows who held the GIL and
/// who waited for it, and the prelude knows what threads did without it. A thread with the GIL was
/// running. What a thread did without it for long needs evidence: a wait that the prelude recorded,
/// a sleep or a print of which Java knows, or a stack that reads or writes. Where there is none,
/// what it did is not known.
public final class PythonStates {
  /// A wait that the prelude recorded. Times are readings of [System#nanoTime()].
  private record RecordedWait(ThreadState state, long from, long to, String function, long holder) {
    long overlap(long begin, long end) {
      return Math.min(to, end) - Math.max(from, begin);
    }
  }

  /// How long GraalPy may take to remove a thread that has ended.
  private static final long ENDING_NANOS = 50_000_000;

  private final ScriptOutput stage;
  private final long go;
  private final Map<Long, List<RecordedWait>> waits = new HashMap<>();
  private final Map<Long, Long> ends = new HashMap<>();
  private final long end;

  private PythonStates(ScriptOutput stage, long end) {
    this.stage = stage;
    this.end = end;
    go = System.nanoTime() - stage.elapsed();
  }

  /// The states of all threads of the script.
  ///
  /// @param end nanoseconds since "go"
  /// @param millis how long to wait for the prelude's record: reading it takes the GIL
  public static List<State> of(
      Value prelude, PythonThreadObserver observer, ScriptOutput stage, long end, long millis) {
    return new PythonStates(stage, end).all(prelude, observer, millis);
  }

  private List<State> all(Value prelude, PythonThreadObserver observer, long millis) {
    Map<Thread, GilHistory> noted = RecordedGil.noted();
    BackgroundCall.begin(() -> prelude.invokeMember("all_waits").asString())
        .within(millis)
        .ifPresent(this::read);
    var states = new ArrayList<State>();
    noted.entrySet().stream()
        .filter(
            entry ->
                observer.roleOf(entry.getKey().threadId(), entry.getKey().getName())
                    == ThreadObserver.ThreadRole.SCRIPT)
        .sorted(Comparator.comparing(entry -> entry.getKey().threadId()))
        .limit(StateHistory.THREADS_AT_MOST)
        .forEach(
            entry -> {
              long tid = entry.getKey().threadId();
              var slices = new StateHistory(tid, observer.nameOf(tid));
              var own = new Waits(waits.getOrDefault(tid, List.of()));
              fill(slices, entry.getKey(), entry.getValue(), own, observer.isMain(tid));
              states.addAll(slices.all());
            });
    return states;
  }

  private void fill(
      StateHistory slices, Thread thread, GilHistory turns, Waits waits, boolean isMain) {
    long last = go + end;
    boolean isOver = !isMain && !thread.isAlive() && turns.left() != 0;
    long left = isOver ? turns.left() : last;
    List<GilHistory.Gap> gaps = turns.gaps(last);
    long told = ends.getOrDefault(thread.threadId(), left);
    long until = Math.min(last, isCredible(told, left, gaps) ? told : left);
    long at = isMain ? go : Math.max(go, turns.born());
    for (GilHistory.Gap gap : gaps) {
      if (gap.got() > until) {
        break; // it has ended, and GraalPy is removing it
      }
      add(slices, ThreadState.RUNNING, at, gap.gave(), gap.where(), 0);
      outside(slices, gap, waits, thread);
      add(slices, ThreadState.GIL, gap.wanted(), gap.got(), gap.where(), gap.holder());
      at = gap.got();
    }
    add(slices, ThreadState.RUNNING, at, until, "", 0);
  }

  /// Whether a thread can have ended when it says so: it has hardly held the GIL since.
  private static boolean isCredible(long told, long left, List<GilHistory.Gap> gaps) {
    long idle =
        gaps.stream()
            .mapToLong(gap -> Math.max(0, Math.min(left, gap.got()) - Math.max(told, gap.gave())))
            .sum();
    return left - told - idle < ENDING_NANOS;
  }

  private void outside(StateHistory slices, GilHistory.Gap gap, Waits waits, Thread thread) {
    RecordedWait wait = waits.in(gap.gave(), gap.wanted());
    ThreadState state = gap.outside(wait == null ? null : wait.state());
    if (wait != null && state == wait.state()) {
      add(slices, state, gap.gave(), gap.wanted(), wait.function(), wait.holder());
    } else {
      boolean goesOn = gap.wanted() == gap.got(); // until now
      add(slices, goesOn ? now(thread, state) : state, gap.gave(), gap.wanted(), gap.where(), 0);
    }
  }

  private static ThreadState now(Thread thread, ThreadState known) {
    return known == ThreadState.UNKNOWN && PythonInput.isOn(thread.getStackTrace())
        ? ThreadState.IO
        : known;
  }

  /// One thread's waits in the order of time; they must be asked for in the same order.
  private static final class Waits {
    private final List<RecordedWait> all;
    private int next;

    Waits(List<RecordedWait> all) {
      this.all = all;
    }

    /// The wait that took most of a time without the GIL, if there was one: more than half of it.
    @Nullable RecordedWait in(long from, long to) {
      while (next < all.size() && all.get(next).to <= from) {
        next++;
      }
      RecordedWait best = null;
      for (int i = next; i < all.size() && all.get(i).from < to; i++) {
        if (best == null || all.get(i).overlap(from, to) > best.overlap(from, to)) {
          best = all.get(i);
        }
      }
      return best != null && 2 * best.overlap(from, to) > to - from ? best : null;
    }
  }

  private void add(
      StateHistory slices, ThreadState state, long from, long to, String where, long holder) {
    slices.add(
        state, Math.max(0, stage.sinceGo(from)), Math.min(end, stage.sinceGo(to)), where, holder);
  }

  /// Reads the prelude's lines: thread, kind, from, to (0 while it goes on), function, the thread
  /// that could end it.
  private void read(String lines) {
    for (String line : lines.lines().toList()) {
      try {
        readLine(line.split(" ", -1));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        return; // the script has changed the record
      }
    }
  }

  private void readLine(String[] fields) {
    Long tid = Long.valueOf(fields[0]);
    long from = Long.parseLong(fields[2]);
    if (fields[1].equals("end")) {
      ends.put(tid, from);
    } else {
      long to = fields[3].equals("0") ? Long.MAX_VALUE : Long.parseLong(fields[3]);
      waits
          .computeIfAbsent(tid, _ -> new ArrayList<>())
          .add(
              new RecordedWait(
                  ThreadState.of(fields[1]), from, to, fields[4], Long.parseLong(fields[5])));
    }
  }
}
