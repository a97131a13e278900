package duet.batch;

import duet.compare.ScenarioResult;

/// Follows a batch. Duet makes one call at a time, on any thread.
public interface BatchListener {
  /// A scenario is about to play.
  default void begins(String path) {}

  /// A scenario has ended, with all its repetitions and retries.
  default void finished(ScenarioResult result) {}

  /// Called at least five times a second, for progress displays.
  default void tick() {}
}
