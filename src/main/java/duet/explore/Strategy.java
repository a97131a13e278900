package duet.explore;

import duet.lane.protocol.PlayedSchedule;
import java.util.Optional;

/// Chooses the schedules that are played. It may be asked for more before it learns how the last
/// ones went.
public interface Strategy {
  /// The next plan; empty where there is none, at least not yet.
  Optional<String> next();

  /// A schedule was played, not necessarily one of its own.
  void played(PlayedSchedule schedule);

  /// Whether it has had every schedule played that it is after.
  default boolean isComplete() {
    return false;
  }

  /// What it has covered then, in words.
  default String covered() {
    return "";
  }
}
