package duet.lane.host;

import java.util.List;
import java.util.Optional;

/// What the watch over standstills can see of the process that it watches.
interface WatchedProcess {
  /// All threads that may matter to the script, its own and its helpers, as they are now; empty
  /// where there are too many to be watched.
  Optional<List<ThreadReading>> threads();

  /// Whether some thread that may matter has a core, or has been woken and waits for one, whatever
  /// its Java state says. False where the operating system does not tell.
  boolean isAnyReady();

  /// Whether the script prints faster than Duet reads: who prints then waits for Duet.
  boolean isOutputHeldUp();

  /// Whether the JVM does little else any more than to look for memory.
  boolean isMemoryExhausted();
}
