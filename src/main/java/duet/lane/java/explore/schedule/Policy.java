package duet.lane.java.explore.schedule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which thread goes on where a plan does not say it.
interface Policy {
  /// The usual choice.
  Policy STAY = (_, _, usual) -> usual;

  /// Chooses.
  ///
  /// @param step counted from 0
  /// @param candidates those that can go on, by their numbers
  /// @param usual what the policy `stay` would choose
  ScriptThread choose(int step, List<ScriptThread> candidates, ScriptThread usual);

  /// Chooses uniformly.
  static Policy random(long seed) {
    var random = new SplitMix64(seed);
    return (_, candidates, _) ->
        candidates.size() == 1
            ? candidates.getFirst()
            : candidates.get(random.below(candidates.size()));
  }

  /// Gives threads random priorities, and lowers the highest one at some random steps (Burckhardt
  /// and others, 2010).
  ///
  /// @param depth one more than the number of these steps
  /// @param steps how many steps the schedule may have
  static Policy pct(long seed, int depth, int steps) {
    var random = new SplitMix64(seed);
    var changes = new HashMap<Integer, Long>();
    for (int i = 1; i < depth; i++) {
      changes.put(random.below(Math.max(1, steps)), Long.MIN_VALUE + i);
    }
    Map<Integer, Long> priorities = new HashMap<>();
    return (step, candidates, _) -> {
      ScriptThread best = highest(candidates, priorities, random);
      Long lowered = changes.get(step);
      if (lowered == null) {
        return best;
      }
      priorities.put(best.number, lowered);
      return highest(candidates, priorities, random);
    };
  }

  private static ScriptThread highest(
      List<ScriptThread> candidates, Map<Integer, Long> priorities, SplitMix64 random) {
    int born = candidates.getLast().number;
    while (priorities.size() <= born) {
      priorities.put(priorities.size(), Math.max(random.next(), Long.MIN_VALUE + 1_000));
    }
    ScriptThread best = candidates.getFirst();
    for (ScriptThread one : candidates) {
      if (priorities.getOrDefault(one.number, 0L) > priorities.getOrDefault(best.number, 0L)) {
        best = one;
      }
    }
    return best;
  }
}
