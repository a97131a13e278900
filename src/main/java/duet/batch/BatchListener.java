package duet.batch;

import duet.compare.ScenarioResult;

/// Follows a batch. One call at a time, on any thread.
public interface BatchListener {
  /// A scenario is about to be played.
  default void begins(String path) {}

  /// A scenario was played, as often as it had to be.
  default void finished(ScenarioResult result) {}

  /// A moment has passed, at least five times a second.
  default void tick() {}
}
