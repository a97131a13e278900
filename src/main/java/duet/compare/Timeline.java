package duet.compare;

import duet.compare.ThreadActivity.Life;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.ThreadState;
import duet.run.Play;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the threads of every lane did, on one clock.
///
/// @param lanes the thread activity of each run, in the lanes' order
/// @param end how long the longest run took, in seconds
public record Timeline(List<ThreadActivity> lanes, double end) {
  public Timeline {
    lanes = List.copyOf(lanes);
  }

  /// The timeline of a play; empty if no states were recorded.
  public static Optional<Timeline> of(Play play) {
    List<ThreadActivity> lanes =
        play.runs().stream()
            .filter(run -> !run.states().isEmpty())
            .map(ThreadActivity::of)
            .toList();
    double end =
        lanes.stream()
            .flatMap(lane -> lane.threads().stream())
            .mapToDouble(Life::to)
            .max()
            .orElse(0);
    return end > 0 ? Optional.of(new Timeline(lanes, end)) : Optional.empty();
  }

  /// Cuts the whole time into equal parts. Returns for each part what the thread mostly did in it,
  /// or empty if it was mostly not alive. A thread that lived has at least one part.
  public List<Optional<ThreadState>> cells(Life life, int parts) {
    double part = end * 1e9 / parts;
    List<Map<ThreadState, Double>> times =
        Stream.<Map<ThreadState, Double>>generate(() -> new EnumMap<>(ThreadState.class))
            .limit(parts)
            .toList();
    for (State state : life.states()) {
      double from = state.from();
      double to = state.to();
      int last = Math.clamp((long) (to / part), 0, parts - 1);
      for (int i = Math.clamp((long) (from / part), 0, parts - 1); i <= last; i++) {
        double within = Math.min(to, (i + 1) * part) - Math.max(from, i * part);
        times.get(i).merge(state.state(), Math.max(0, within), Double::sum);
      }
    }
    var cells = new ArrayList<>(times.stream().map(time -> mostly(time, part)).toList());
    if (cells.stream().allMatch(Optional::isEmpty)) { // however short, it is shown
      int at = Math.clamp((long) (life.from() / end * parts), 0, parts - 1);
      cells.set(at, mostly(times.get(at), 0));
    }
    return cells;
  }

  private static Optional<ThreadState> mostly(Map<ThreadState, Double> times, double part) {
    double alive = times.values().stream().mapToDouble(Double::doubleValue).sum();
    return times.entrySet().stream()
        .filter(_ -> alive >= part / 2)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  /// How long all threads together were in each state, in seconds.
  public Map<ThreadState, Double> totals() {
    var totals = new EnumMap<ThreadState, Double>(ThreadState.class);
    lanes.stream()
        .flatMap(lane -> lane.threads().stream())
        .forEach(life -> life.seconds().forEach((s, t) -> totals.merge(s, t, Double::sum)));
    return totals;
  }
}
