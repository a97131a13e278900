package duet.explore;

import duet.lane.protocol.PlayedSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A schedule by the steps at which it does something else than the policy `stay`. Every schedule
/// has exactly one such form.
///
/// @param all by rising step
public record Deviations(List<Deviation> all) {
  /// The schedule that never deviates.
  public static final Deviations NONE = new Deviations(List.of());

  private static final String STAY = "stay";

  /// At this step that thread goes on.
  public record Deviation(int step, int thread) {}

  public Deviations {
    all = List.copyOf(all);
  }

  /// Those of a schedule that was played.
  public static Deviations of(PlayedSchedule played) {
    var all = new ArrayList<Deviation>();
    for (int step = 0; step < played.length(); step++) {
      if (played.thread(step) != played.usual(step)) {
        all.add(new Deviation(step, played.thread(step)));
      }
    }
    return new Deviations(all);
  }

  /// The same and one more, at a later step.
  public Deviations and(int step, int thread) {
    var more = new ArrayList<>(all);
    more.add(new Deviation(step, thread));
    return new Deviations(more);
  }

  /// The same without some of them.
  public Deviations without(int from, int to) {
    var fewer = new ArrayList<>(all.subList(0, from));
    fewer.addAll(all.subList(to, all.size()));
    return new Deviations(fewer);
  }

  public int size() {
    return all.size();
  }

  /// The step of the last one; -1 where there is none.
  public int last() {
    return all.isEmpty() ? -1 : all.getLast().step();
  }

  /// What a host is told.
  public String plan() {
    return all.isEmpty() ? STAY : STAY + "|" + text(">", ",");
  }

  /// How a token tells them.
  String token() {
    return all.isEmpty() ? STAY : text("-", ".");
  }

  private String text(String sign, String between) {
    return all.stream()
        .map(one -> one.step() + sign + one.thread())
        .collect(Collectors.joining(between));
  }

  /// Those of a token's part.
  ///
  /// @throws IllegalArgumentException when a number is too large
  static Deviations ofToken(String text) {
    if (text.equals(STAY)) {
      return NONE;
    }
    var all = new ArrayList<Deviation>();
    for (String one : text.split("\\.", -1)) {
      String[] parts = one.split("-", -1);
      all.add(new Deviation(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
    }
    return new Deviations(all);
  }
}
