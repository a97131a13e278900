package duet.run;

import duet.lane.protocol.HostExit;
import duet.lane.protocol.HostMessage.Ending;
import duet.lane.protocol.HostMessage.Exiting;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.Usage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    Usage usage = usage(playing, wall);
    if (status == HostExit.MEMORY_FULL) {
      return new Ending(Outcome.FAILED, usage, EndingMessages.memoryFull());
    }
    boolean isCrash =
        status >= SIGNALLED || status == HostExit.OUR_BUG || status == HostExit.FALSE_ORDER;
    boolean isByScript = playing.exit().isPresent() || !isCrash;
    if (!isByScript) {
      return new Ending(Outcome.CRASHED, usage, EndingMessages.crash(lane, status, stderrTail));
    }
    return status == 0
        ? new Ending(Outcome.COMPLETED, usage, "")
        : new Ending(Outcome.FAILED, usage, failure(playing, status));
  }

  /// What failed in the script, or with what status it exited. With status 1 Python says no more
  /// than that something failed.
  private static String failure(Phase.Playing playing, int status) {
    String failure = playing.exit().map(Exiting::failure).orElse("");
    String exit = EndingMessages.exit(status);
    return failure.isEmpty() || failure.equals(exit)
        ? exit
        : status == 1 ? failure : inOrder(failure, exit);
  }

  /// The script did not come to its own end.
  ///
  /// @param wall seconds since "go"
  static Ending ofStop(Phase.Stopping stopping, double wall) {
    Usage usage = usage(stopping.playing(), wall);
    String failure = stopping.playing().exit().map(Exiting::failure).orElse("");
    String threads = stopping.threads().map(StandstillExplanation::of).orElse("");
    return switch (stopping.reason()) {
      case StopReason.Standstill standstill ->
          new Ending(
              Outcome.FAILED,
              usage,
              inOrder(failure, StandstillExplanation.of(standstill.threads())));
      case StopReason.Interrupt() ->
          new Ending(Outcome.INTERRUPTED, usage, inOrder(failure, threads));
      case StopReason.Deadline deadline ->
          new Ending(
              Outcome.TIMED_OUT,
              usage,
              inOrder(failure, EndingMessages.timeout(deadline.timeout()), threads));
    };
  }

  private static Usage usage(Phase.Playing playing, double wall) {
    return playing.exit().map(Exiting::usage).orElse(Usage.ofWall(wall));
  }

  /// What failed first may be why the others wait, so it is told first.
  private static String inOrder(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
  }
}
