package duet.setup;

import duet.lane.AotCache;
import java.io.IOException;
import java.time.Duration;

/// A run that trains an AOT cache: it uses what scenarios use, so that the cache contains it.
interface TrainingRun {
  /// How long a run may take.
  Duration TIMEOUT = Duration.ofMinutes(2);

  /// The AOT cache that the run writes.
  AotCache cache();

  /// Plays it once, in a JVM that writes the cache at its end.
  ///
  /// @return what went wrong, as far as the JVM or the program says; may be empty
  String play() throws IOException, InterruptedException;

  /// Whether the program starts from the cache.
  boolean starts() throws IOException, InterruptedException;
}
