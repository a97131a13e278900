package duet.setup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// A play for the sake of training: it uses what scenarios use, so that the AOT cache knows it.
interface TrainingRun {
  /// How long one may take.
  Duration PATIENCE = Duration.ofMinutes(2);

  /// Where the AOT cache should be after it.
  Path cache();

  /// Plays it once, in a JVM that writes the cache at its end.
  void play() throws IOException, InterruptedException;

  /// Whether the program starts from the cache.
  boolean starts() throws IOException, InterruptedException;
}
