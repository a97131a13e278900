package duet.explore;

import java.util.List;
import java.util.Optional;

/// The strategies by their names.
public final class Strategies {
  /// The one that is used unless another one is asked for.
  public static final String MIXED = "mixed";

  private static final int USUAL_BOUND = 2;
  private static final int LARGEST_BOUND = 20;

  private Strategies() {}

  /// The strategy with a name: `mixed`, `random`, `pct` or `bound:K`; empty where there is none.
  public static Optional<Strategy> of(String name, long seed) {
    return switch (name) {
      case MIXED -> {
        var random = new RandomWalk(seed);
        var bounded = new BoundedSwitches(USUAL_BOUND, seed);
        // Few deadlocks come by bounding early, and random walks are as good as anything at first.
        yield Optional.of(
            new MixedStrategy(List.of(bounded, random, random, new RandomPriorities(seed))));
      }
      case "random" -> Optional.of(new RandomWalk(seed));
      case "pct" -> Optional.of(new RandomPriorities(seed));
      default -> bound(name).map(most -> new BoundedSwitches(most, seed));
    };
  }

  private static Optional<Integer> bound(String name) {
    if (!name.matches("bound:\\d{1,2}")) {
      return Optional.empty();
    }
    int most = Integer.parseInt(name.substring(name.indexOf(':') + 1));
    return most > LARGEST_BOUND ? Optional.empty() : Optional.of(most);
  }
}
