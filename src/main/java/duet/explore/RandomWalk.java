package duet.explore;

import duet.lane.protocol.PlayedSchedule;
import java.util.Optional;

/// At each step any thread that can goes on, each as likely as the others.
final class RandomWalk implements Strategy {
  private long seed;

  RandomWalk(long seed) {
    this.seed = seed;
  }

  @Override
  public Optional<String> next() {
    return Optional.of("random:" + seed++);
  }

  @Override
  public void played(PlayedSchedule schedule) {}
}
