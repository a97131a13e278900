package duet.setup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// A run that trains an AOT cache: it uses what scenarios use, so that the cache contains it.
interface TrainingRun {
  /// How long a run may take.
  Duration TIMEOUT = Duration.ofMinutes(2);

  /// The AOT cache that the run writes.
  Path cache();

  /// Plays it once, in a JVM that writes the cache at its end.
  void play() throws IOException, InterruptedException;

  /// Whether the program starts from the cache.
  boolean starts() throws IOException, InterruptedException;
}
