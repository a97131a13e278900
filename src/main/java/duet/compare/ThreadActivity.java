package duet.compare;

import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.ThreadState;
import duet.run.Run;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What the threads of a run did, and for how long.
///
/// @param threads in the order in which they began
public record ThreadActivity(Run run, List<Life> threads) {
  private static final String MAIN = "main";

  /// Who lived longer was not overlooked for being short, in seconds.
  private static final double LONGEST_UNSEEN = 0.1;

  /// How many threads a host follows at most.
  private static final int THREADS_FOLLOWED = 1_000;

  public ThreadActivity {
    threads = List.copyOf(threads);
  }

  /// One thread from its start to its end.
  ///
  /// @param states what it did, in time order
  public record Life(long tid, String thread, List<State> states) {
    public Life {
      states = List.copyOf(states);
    }

    /// When it started, in seconds since "go".
    public double from() {
      return states.getFirst().from() / 1e9;
    }

    /// When it ended, in seconds since "go".
    public double to() {
      return states.getLast().to() / 1e9;
    }

    /// How long it was in each state, in seconds; only states that it was in.
    public Map<ThreadState, Double> seconds() {
      var seconds = new EnumMap<ThreadState, Double>(ThreadState.class);
      states.forEach(state -> seconds.merge(state.state(), state.seconds(), Double::sum));
      return seconds;
    }

    /// How long it was in a state, in seconds.
    public double seconds(ThreadState state) {
      return seconds().getOrDefault(state, 0.0);
    }

    /// Whether it ended before anybody saw what it did.
    public boolean isUnseen() {
      return to() - from() < LONGEST_UNSEEN
          && states.stream().allMatch(state -> state.state() == ThreadState.UNKNOWN);
    }

    /// The part of its time that it was in a state, from 0 to 1.
    public double share(ThreadState state) {
      double length = to() - from();
      return length > 0 ? seconds(state) / length : 0;
    }
  }

  /// The thread activity of a run.
  public static ThreadActivity of(Run run) {
    var byThread = new LinkedHashMap<Long, List<State>>();
    run.states().forEach(s -> byThread.computeIfAbsent(s.tid(), _ -> new ArrayList<>()).add(s));
    return new ThreadActivity(
        run,
        byThread.values().stream()
            .map(states -> new Life(states.getFirst().tid(), states.getFirst().thread(), states))
            .toList());
  }

  /// Whether every thread was followed; if a script has very many, some are not.
  public boolean whole() {
    return threads.size() < THREADS_FOLLOWED;
  }

  /// The threads that the script started; only the main thread if it started none.
  public List<Life> workers() {
    List<Life> others = threads.stream().filter(life -> !life.thread().equals(MAIN)).toList();
    return others.isEmpty() ? threads : others;
  }

  /// The part of the workers' time that they spent waiting for the global interpreter lock, from 0
  /// to 1. Empty for a lane that has none, and for a run whose states were not recorded.
  public OptionalDouble gilWait() {
    return run.hasGlobalLock() && run.unseen().isEmpty()
        ? share(ThreadState.GIL)
        : OptionalDouble.empty();
  }

  /// The part of the workers' time that they spent in a state, from 0 to 1.
  public OptionalDouble share(ThreadState state) {
    double all = workers().stream().mapToDouble(life -> life.to() - life.from()).sum();
    return all > 0 ? OptionalDouble.of(seconds(state) / all) : OptionalDouble.empty();
  }

  /// How long all workers together were in a state, in seconds.
  public double seconds(ThreadState state) {
    return workers().stream().mapToDouble(life -> life.seconds(state)).sum();
  }
}
