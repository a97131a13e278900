package duet.lane.host;

import java.util.List;
import java.util.Optional;

/// What the watch over standstills can see of the process that it watches.
public interface WatchedProcess {
  /// All threads that may matter to the script, its own and its helpers, as they are now; empty if
  /// there are too many to watch.
  Optional<List<ThreadReading>> threads();

  /// Whether some thread that may matter has a core, or has been woken and waits for one, whatever
  /// its Java state says. False if the operating system does not say.
  boolean isAnyReady();

  /// Whether the script prints faster than Duet reads, so that a thread that prints waits for Duet.
  boolean isOutputHeldUp();

  /// Whether the JVM does little more than collect garbage.
  boolean isMemoryExhausted();
}
