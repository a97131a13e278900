package duet.run;

import duet.lane.process.Host;
import duet.lane.protocol.HostMessage.Exiting;
import duet.lane.protocol.HostMessage.Threads;
import java.util.Optional;

/// How far one lane's run is, with the data that only this phase needs. Phases follow each other in
/// the order in which they stand here; each may be left out, and [SessionGone] is always the last.
///
/// Times are readings of the session's clock, in nanoseconds.
sealed interface Phase {
  /// The lane has no host yet.
  record Starting() implements Phase {}

  /// The host boots and compiles the script.
  record Booting(Host host, long since) implements Phase {}

  /// The script is compiled, and the host waits for "go".
  record Ready(Host host) implements Phase {}

  /// The script runs.
  ///
  /// @param exit what the script used and what failed in it, if it is ending its own process; the
  ///   exit status follows
  record Playing(Host host, long start, Optional<Exiting> exit) implements Phase {
    /// The script is ending its own process.
    Playing exiting(Exiting told) {
      return new Playing(host, start, Optional.of(told));
    }
  }

  /// The script has to end, and Duet waits a moment for the host's final report: what its threads
  /// were doing and what it used.
  ///
  /// @param playing the phase that ended
  record Stopping(Playing playing, StopReason reason, long since, Optional<Threads> threads)
      implements Phase {
    /// The host told what the threads were doing.
    Stopping seeing(Threads told) {
      return new Stopping(playing, reason, since, Optional.of(told));
    }

    /// The host told what the script used and what failed in it.
    Stopping exiting(Exiting told) {
      return new Stopping(playing.exiting(told), reason, since, threads);
    }

    /// There is a better reason.
    Stopping because(StopReason better) {
      return new Stopping(playing, better, since, threads);
    }
  }

  /// The run is over.
  ///
  /// @param host the host, where it lives on until the play is closed
  record Ended(Run run, Optional<Host> host) implements Phase {}
}
