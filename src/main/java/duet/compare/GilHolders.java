package duet.compare;

import duet.compare.ThreadActivity.Life;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.ThreadState;
import duet.run.Run;
import duet.scenario.LaneTitle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// Which thread had the global interpreter lock, and when. On the embedded Python, a thread that
/// runs has it; a thread that runs no code may have it still, while it waits for a core. For
/// CPython see [SoleHolders].
///
/// @param turns in the order of time; they do not overlap, and between them the lock was free
public record GilHolders(List<Turn> turns) {
  /// The id in the place of a holder that is not known: nobody is seen with the lock, and of some
  /// thread it is not known what it does.
  public static final long NOT_KNOWN = 0;

  /// If threads run for longer than one lock lets them, by this factor, there is more than one
  /// lock.
  private static final double SEVERAL = 1.2;

  private static final long LONG_NANOS = 20_000_000;

  /// A thread had the lock.
  ///
  /// @param from nanoseconds since "go", as `to` is
  public record Turn(long tid, String thread, long from, long to) {}

  public GilHolders {
    turns = List.copyOf(turns);
  }

  /// The holders in a run; empty for a lane without that lock, and where only one thread could have
  /// it.
  public static Optional<GilHolders> of(ThreadActivity lane) {
    Run run = lane.run();
    if (!run.hasGlobalLock() || !run.unseen().isEmpty() || lane.threads().size() < 2) {
      return Optional.empty();
    }
    var turns = new PriorityQueue<Turn>(Comparator.comparing(Turn::from));
    lane.threads().forEach(life -> add(life, turns));
    if (!LaneTitle.isOfCPython(run.lane())) {
      return Optional.of(new GilHolders(withUnknown(oneAtATime(turns), unknown(lane))));
    }
    return hasSeveral(run, turns)
        ? Optional.empty()
        : Optional.of(new GilHolders(SoleHolders.of(lane)));
  }

  /// Whether threads ran at the same time for long: then they belong to several interpreters, each
  /// with such a lock of its own. A thread that takes and releases locks runs in the system without
  /// that lock, again and again for a moment.
  private static boolean hasSeveral(Run run, Collection<Turn> turns) {
    var whole = new PriorityQueue<Turn>(Comparator.comparing(Turn::from));
    turns.stream().filter(turn -> turn.to - turn.from >= LONG_NANOS).forEach(whole::add);
    long running = nanos(whole);
    return running > SEVERAL * nanos(oneAtATime(whole))
        && run.usage().cpuPerWall().orElse(0) > SEVERAL;
  }

  private static long nanos(Collection<Turn> turns) {
    return turns.stream().mapToLong(turn -> turn.to - turn.from).sum();
  }

  private static void add(Life life, PriorityQueue<Turn> turns) {
    boolean isHolding = false;
    for (State state : life.states()) {
      isHolding =
          state.state() == ThreadState.RUNNING || (isHolding && state.state() == ThreadState.READY);
      if (isHolding) {
        turns.add(new Turn(life.tid(), life.thread(), state.from(), state.to()));
      }
    }
  }

  /// A thread that gives the lock up for a moment counts as running all the time. Whoever began
  /// later has it meanwhile.
  private static List<Turn> oneAtATime(PriorityQueue<Turn> turns) {
    var all = new ArrayList<Turn>();
    while (!turns.isEmpty()) {
      Turn turn = turns.poll();
      Turn next = turns.peek();
      long to = next == null ? turn.to : Math.min(turn.to, next.from);
      if (to < turn.to && next != null && next.to < turn.to) {
        turns.add(new Turn(turn.tid, turn.thread, next.to, turn.to));
      }
      Turn last = all.isEmpty() ? null : all.getLast();
      if (last != null && last.tid == turn.tid && last.to == turn.from) {
        all.set(all.size() - 1, new Turn(turn.tid, turn.thread, last.from, to));
      } else if (to > turn.from) {
        all.add(new Turn(turn.tid, turn.thread, turn.from, to));
      }
    }
    return all;
  }

  private static List<State> unknown(ThreadActivity lane) {
    return lane.threads().stream()
        .flatMap(life -> life.states().stream())
        .filter(state -> state.state() == ThreadState.UNKNOWN)
        .sorted(Comparator.comparing(State::from))
        .toList();
  }

  /// Adds turns of nobody known where the turns leave gaps in these states.
  private static List<Turn> withUnknown(List<Turn> turns, List<State> unknown) {
    var all = new ArrayList<Turn>(turns);
    long told = 0; // up to here every gap has been looked at
    int next = 0;
    for (State state : unknown) {
      long at = Math.max(told, state.from());
      while (at < state.to()) {
        while (next < turns.size() && turns.get(next).to <= at) {
          next++;
        }
        Turn turn = next < turns.size() ? turns.get(next) : null;
        long to = turn == null ? state.to() : Math.min(state.to(), turn.from);
        if (to > at) {
          all.add(new Turn(NOT_KNOWN, "", at, to));
        }
        at = turn == null ? state.to() : Math.max(to, Math.min(turn.to, state.to()));
      }
      told = Math.max(told, state.to());
    }
    all.sort(Comparator.comparing(Turn::from));
    return all;
  }

  /// Cuts a time into equal parts. Returns for each part the id of the thread that had the lock for
  /// most of it ([#NOT_KNOWN] if that is not known), or empty if it was mostly free.
  ///
  /// @param end where the last part ends, in seconds since "go"
  public List<Optional<Long>> cells(double end, int parts) {
    double part = end * 1e9 / parts;
    var times = new ArrayList<Map<Long, Double>>();
    for (int i = 0; i < parts; i++) {
      times.add(new HashMap<>());
    }
    for (Turn turn : turns) {
      double from = turn.from;
      double to = turn.to;
      int last = Math.clamp((long) (to / part), 0, parts - 1);
      for (int i = Math.clamp((long) (from / part), 0, parts - 1); i <= last; i++) {
        double within = Math.min(to, (i + 1) * part) - Math.max(from, i * part);
        times.get(i).merge(turn.tid, Math.max(0, within), Double::sum);
      }
    }
    return times.stream().map(time -> mostly(time, part)).toList();
  }

  private static Optional<Long> mostly(Map<Long, Double> times, double part) {
    double held = times.values().stream().mapToDouble(Double::doubleValue).sum();
    return times.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(most -> most.getValue() >= part - held)
        .map(Map.Entry::getKey);
  }

  /// How long a thread had the lock, in seconds.
  public double seconds(long tid) {
    return turns.stream().filter(turn -> turn.tid == tid).mapToLong(t -> t.to - t.from).sum() / 1e9;
  }
}
