package duet.lane.cpython.observe;

import duet.lane.host.StateHistory;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.ThreadState;
import java.util.ArrayList;
import java.util.List;

/// What the threads of a script did, from two records: what they were seen to do from outside, and
/// what the host has noted of their waits. A thread that is seen running, waiting for a core or for
/// the GIL is in that state, whatever it waited for before. Of one that waits otherwise, a noted
/// wait tells what for. Where there is none, the state is known only if the system call tells it.
final class CPythonStates {
  /// Where a slice that was seen begins and ends is known to about this, so a noted wait that
  /// begins or ends so near to it fills it.
  private static final long BLUR_NANOS = 5_000_000;

  private final NotedWaits noted;
  private final long go;
  private final long end;

  /// @param go the reading of [System#nanoTime()] that the states' times count from
  /// @param end when the run ended, in nanoseconds since "go"
  CPythonStates(NotedWaits noted, long go, long end) {
    this.noted = noted;
    this.go = go;
    this.end = end;
  }

  /// The states of all threads.
  List<State> of(List<ThreadLife> lives) {
    var all = new ArrayList<State>();
    lives.forEach(life -> all.addAll(of(life)));
    return all;
  }

  private List<State> of(ThreadLife life) {
    var states = new StateHistory(life.tid(), life.name());
    long last = noted.end(life.tid()).orElse(life.end());
    long until = Math.min(last, go + end);
    var waits = new Waits(noted.of(life.tid()), states, until);
    if (life.slices().isPresent()) {
      life.slices().get().forEach(waits::add);
    } else {
      waits.add(Activity.HIDDEN, begin(life, until), until);
    }
    return states.all();
  }

  /// A thread may have waited, and even ended, before Duet heard of it.
  private long begin(ThreadLife life, long until) {
    return noted.of(life.tid()).stream()
        .mapToLong(NotedWaits.Wait::from)
        .reduce(Math.min(life.begin(), until - 1), Math::min);
  }

  /// Fills one thread's states; slices must come in the order of time.
  private final class Waits {
    private final List<NotedWaits.Wait> all;
    private final StateHistory states;
    private final long until;
    private int next;

    Waits(List<NotedWaits.Wait> all, StateHistory states, long until) {
      this.all = all;
      this.states = states;
      this.until = until;
    }

    void add(Activity activity, long from, long to) {
      long begin = Math.max(go, from);
      long close = Math.min(until, to);
      if (close <= begin) {
        return;
      }
      while (next < all.size() && all.get(next).to() <= begin) {
        next++;
      }
      switch (activity) {
        case RUNNING, READY, GIL -> put(plain(activity), begin, close, functionAt(begin, close), 0);
        case FUTEX, TIMED_FUTEX, SLEEP, IO, CHILD, OTHER, HIDDEN -> divide(activity, begin, close);
      }
    }

    /// Where a thread gets the GIL back, or wakes up, the function that waited is known.
    private String functionAt(long from, long to) {
      for (int i = next; i < all.size() && all.get(i).from() < to; i++) {
        if (2 * all.get(i).overlap(from, to) > to - from) {
          return all.get(i).function();
        }
      }
      return "";
    }

    private void divide(Activity activity, long from, long to) {
      long blur = activity == Activity.HIDDEN ? 0 : BLUR_NANOS;
      long at = from;
      for (int i = next; i < all.size() && all.get(i).from() < to; i++) {
        NotedWaits.Wait wait = all.get(i);
        long overlap = wait.overlap(at, to);
        if (overlap > 0) {
          boolean isNear = wait.from() - at <= Math.min(blur, overlap);
          long begin = isNear ? at : wait.from();
          boolean isLast = to - wait.to() <= Math.min(blur, overlap);
          long close = isLast && !isFollowed(i, to) ? to : Math.min(to, wait.to());
          put(plain(activity), at, begin, "", 0);
          put(wait.state(), begin, close, wait.function(), wait.holder());
          at = close;
        }
      }
      put(plain(activity), at, to, "", 0);
    }

    /// Whether another wait fills a part of the rest. A wait may contain others.
    private boolean isFollowed(int index, long to) {
      long end = all.get(index).to();
      return all.subList(index + 1, all.size()).stream()
          .takeWhile(wait -> wait.from() < to)
          .anyMatch(wait -> wait.to() > end);
    }

    private void put(ThreadState state, long from, long to, String where, long holder) {
      states.add(state, from - go, to - go, where, holder);
    }
  }

  /// What is known without a noted wait.
  static ThreadState plain(Activity activity) {
    return switch (activity) {
      case RUNNING -> ThreadState.RUNNING;
      case READY -> ThreadState.READY;
      case GIL -> ThreadState.GIL;
      case SLEEP -> ThreadState.SLEEP;
      case IO -> ThreadState.IO;
      case FUTEX, TIMED_FUTEX, CHILD, OTHER, HIDDEN -> ThreadState.UNKNOWN;
    };
  }
}
