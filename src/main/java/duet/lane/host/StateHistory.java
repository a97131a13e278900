package duet.lane.host;

import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.ThreadState;
import java.util.ArrayList;
import java.util.List;

/// What one thread did, slice by slice in the order of time. Neighbouring slices of one state are
/// joined. However often a thread changes its state, only some thousand slices are kept; the total
/// time in each state stays exact.
public final class StateHistory {
  /// Only so many threads of a script are followed.
  public static final int THREADS_AT_MOST = 1_000;

  private static final int AT_MOST = 4_096;

  private final long tid;
  private final String thread;
  private List<State> slices = new ArrayList<>();
  private long window = 50_000;

  /// @param tid as in the thread's lines
  /// @param thread its name
  public StateHistory(long tid, String thread) {
    this.tid = tid;
    this.thread = thread;
  }

  /// Adds what the thread did next. Times are nanoseconds since "go"; a slice without length is
  /// left out.
  ///
  /// @param where the script's function that it was in, empty where none is known
  /// @param holder the thread that had what this one waited for, 0 where none is known
  public void add(ThreadState state, long from, long to, String where, long holder) {
    if (to <= from) {
      return;
    }
    State last = slices.isEmpty() ? null : slices.getLast();
    if (last != null
        && last.state() == state
        && last.to() == from
        && (last.where().equals(where) || last.where().isEmpty() || where.isEmpty())) {
      String known = where.isEmpty() ? last.where() : where;
      slices.set(slices.size() - 1, slice(state, last.from(), to, known, last.holder()));
    } else {
      slices.add(slice(state, from, to, where, holder));
      if (slices.size() > AT_MOST) {
        compact();
      }
    }
  }

  /// All slices.
  public List<State> all() {
    return List.copyOf(slices);
  }

  private State slice(ThreadState state, long from, long to, String where, long holder) {
    return new State(tid, thread, state, from, to, where, holder);
  }

  /// Sorts the slices within each short span of time by state and joins them, so that few remain.
  private void compact() {
    joinWithin(window);
    while (slices.size() > AT_MOST / 2) {
      window *= 2;
      joinWithin(window);
    }
  }

  private void joinWithin(long span) {
    List<State> fine = slices;
    slices = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= fine.size(); i++) {
      if (i == fine.size() || fine.get(i).from() / span != fine.get(from).from() / span) {
        sort(fine.subList(from, i));
        from = i;
      }
    }
  }

  private void sort(List<State> span) {
    long at = span.getFirst().from();
    for (ThreadState state : ThreadState.values()) {
      long length = 0;
      String where = "";
      long holder = 0;
      for (State slice : span) {
        if (slice.state() == state) {
          length += slice.to() - slice.from();
          where = where.isEmpty() ? slice.where() : where;
          holder = holder == 0 ? slice.holder() : holder;
        }
      }
      if (length > 0) {
        slices.add(slice(state, at, at + length, where, holder));
        at += length;
      }
    }
  }
}
