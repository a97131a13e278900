package duet.lane;

import java.nio.file.Path;

/// What Duet tells a host. A host plays one script and ends; it also ends when the pipe closes.
public sealed interface HostOrder {
  /// Compile this script and get ready.
  ///
  /// @param file the script's own file, named in its errors
  /// @param text the script's text
  /// @param speed what every sleep and timed wait is divided by
  record Play(String scenario, Path file, String text, double speed) implements HostOrder {}

  /// Start at this reading of the machine's monotonic clock, [System#nanoTime()], which HotSpot
  /// reads from the same source in every process of a machine (`CLOCK_MONOTONIC` on Linux).
  record Go(long nanoTime) implements HostOrder {}

  /// Time is up: tell what was printed and used so far, and end. The script is not asked.
  record Stop() implements HostOrder {}
}
