package duet.compare;

import duet.compare.GilHolders.Turn;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.ThreadState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which thread had the global interpreter lock, where a thread that runs need not have it: on
/// CPython, code in C may run without it. While a thread waits for the lock, somebody has it. If
/// just one thread then runs, or would if it had a core, it is that one. In all other cases the
/// holder is not known, and the lock is known to be free only where no thread runs or waits for it.
final class SoleHolders {
  /// From this moment on a thread is in another state.
  private record Change(long at, long tid, ThreadState state, int by) {}

  private final Map<Long, String> names = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Turn> turns = new ArrayList<>();
  private int waiting;
  private int able; // to have the lock
  private long sum; // of the ids of these: if there is just one, its id
  private int unknown;

  private SoleHolders(ThreadActivity lane) {
    for (ThreadActivity.Life life : lane.threads()) {
      names.put(life.tid(), life.thread());
      for (State state : life.states()) {
        changes.add(new Change(state.from(), life.tid(), state.state(), 1));
        changes.add(new Change(state.to(), life.tid(), state.state(), -1));
      }
    }
    changes.sort(Comparator.comparing(Change::at));
  }

  /// The turns of the holders, in the order of time.
  static List<Turn> of(ThreadActivity lane) {
    return new SoleHolders(lane).turns();
  }

  private List<Turn> turns() {
    long from = 0;
    for (Change change : changes) {
      if (change.at > from) {
        add(from, change.at);
        from = change.at;
      }
      apply(change);
    }
    return turns;
  }

  private void apply(Change change) {
    switch (change.state) {
      case RUNNING, READY -> {
        able += change.by;
        sum += change.by * change.tid;
      }
      case GIL -> waiting += change.by;
      case UNKNOWN -> unknown += change.by;
      case LOCK, WAIT, JOIN, SLEEP, IO -> {} // it has given the lock up
    }
  }

  private void add(long from, long to) {
    if (waiting + able + unknown == 0) {
      return;
    }
    boolean isKnown = waiting > 0 && able == 1 && unknown == 0;
    long tid = isKnown ? sum : GilHolders.NOT_KNOWN;
    Turn last = turns.isEmpty() ? null : turns.getLast();
    if (last != null && last.tid() == tid && last.to() == from) {
      turns.set(turns.size() - 1, new Turn(tid, last.thread(), last.from(), to));
    } else {
      turns.add(new Turn(tid, isKnown ? names.getOrDefault(tid, "") : "", from, to));
    }
  }
}
