package duet.run;

import duet.lane.protocol.HostExit;
import duet.lane.protocol.HostMessage.Ending;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.Usage;

/// Works out how a run ended when its host did not tell.
final class RunEnding {
  /// From this exit status on, a signal ended the process.
  private static final int SIGNALLED = 128;

  private RunEnding() {}

  /// The host's process ended while the script ran: its exit status tells why.
  ///
  /// @param wall seconds since "go"
  static Ending ofExit(
      String lane, Phase.Playing playing, int status, String stderrTail, double wall) {
    Usage usage = playing.usage().orElse(Usage.ofWall(wall));
    if (status == HostExit.MEMORY_FULL) {
      return new Ending(Outcome.FAILED, usage, EndingMessages.memoryFull());
    }
    boolean isByScript =
        playing.usage().isPresent() || (status < SIGNALLED && status != HostExit.OUR_BUG);
    if (!isByScript) {
      return new Ending(Outcome.CRASHED, usage, EndingMessages.crash(lane, status, stderrTail));
    }
    return status == 0
        ? new Ending(Outcome.COMPLETED, usage, "")
        : new Ending(Outcome.FAILED, usage, EndingMessages.exit(status));
  }

  /// The script did not come to its own end.
  ///
  /// @param wall seconds since "go"
  static Ending ofStop(Phase.Stopping stopping, double wall) {
    Usage usage = stopping.playing().usage().orElse(Usage.ofWall(wall));
    String threads = stopping.threads().map(StandstillExplanation::of).orElse("");
    return switch (stopping.reason()) {
      case StopReason.Standstill standstill ->
          new Ending(Outcome.FAILED, usage, StandstillExplanation.of(standstill.threads()));
      case StopReason.Interrupt() -> new Ending(Outcome.INTERRUPTED, usage, threads);
      case StopReason.Deadline deadline -> {
        String late = EndingMessages.timeout(deadline.timeout());
        String message = threads.isEmpty() ? late : late + "\n" + threads;
        yield new Ending(Outcome.TIMED_OUT, usage, message);
      }
    };
  }
}
