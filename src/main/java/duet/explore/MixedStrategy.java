package duet.explore;

import duet.lane.protocol.PlayedSchedule;
import java.util.List;
import java.util.Optional;

/// Takes turns among several strategies, since each finds some bugs earlier than the others.
final class MixedStrategy implements Strategy {
  private final List<Strategy> parts;
  private int turn;

  MixedStrategy(List<Strategy> parts) {
    this.parts = List.copyOf(parts);
  }

  @Override
  public Optional<String> next() {
    for (int i = 0; i < parts.size(); i++) {
      Optional<String> plan = parts.get(turn++ % parts.size()).next();
      if (plan.isPresent()) {
        return plan;
      }
    }
    return Optional.empty();
  }

  @Override
  public void played(PlayedSchedule schedule) {
    parts.forEach(part -> part.played(schedule));
  }
}
