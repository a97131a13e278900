package duet.run;

import duet.lane.protocol.HostMessage.Threads;
import java.time.Duration;

/// Why a script that plays has to end before it has come to its own end.
sealed interface StopReason {
  /// It was still running after this time.
  record Deadline(Duration timeout) implements StopReason {}

  /// The user wants no more of it.
  record Interrupt() implements StopReason {}

  /// The host found that none of its threads can ever go on, and ends it.
  record Standstill(Threads threads) implements StopReason {}
}
