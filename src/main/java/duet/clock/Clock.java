package duet.clock;

import java.time.InstantSource;

/// Tells the time of day, and measures how long something takes.
public interface Clock extends InstantSource {
  /// Nanoseconds since some moment; they only ever grow, whatever is done to the time of day.
  long nanoTime();
}
