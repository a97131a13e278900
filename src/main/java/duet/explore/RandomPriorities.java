package duet.explore;

import duet.lane.protocol.PlayedSchedule;
import java.util.Optional;

/// Threads get random priorities, which change at a few random steps: PCT of Burckhardt and others
/// (2010). It finds a bug that needs few switches with a probability that is known.
final class RandomPriorities implements Strategy {
  private static final int FIRST_GUESS = 40;
  private static final int LEAST_DEPTH = 2;
  private static final int DEPTHS = 3;

  private long seed;
  private int steps = FIRST_GUESS;
  private boolean isGuessed = true;

  RandomPriorities(long seed) {
    this.seed = seed;
  }

  @Override
  public Optional<String> next() {
    long depth = LEAST_DEPTH + Math.floorMod(seed, (long) DEPTHS);
    return Optional.of("pct:" + seed++ + ":" + depth + ":" + steps);
  }

  @Override
  public void played(PlayedSchedule schedule) {
    steps = isGuessed ? Math.max(1, schedule.length()) : Math.max(steps, schedule.length());
    isGuessed = false;
  }
}
