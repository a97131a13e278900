package duet.run;

import duet.lane.process.PipeFault;
import duet.lane.protocol.HostExit;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/// What Duet says about runs that did not come to an ordinary end.
final class EndingMessages {
  /// The exit status of a process that a signal ended is this plus the signal's number.
  private static final int SIGNALLED = 128;

  private static final int ABORTED = SIGNALLED + 6;
  private static final int KILLED = SIGNALLED + 9;
  private static final int SEGMENTATION_FAULT = SIGNALLED + 11;

  private EndingMessages() {}

  static String timeout(Duration timeout) {
    String seconds =
        String.format(Locale.ROOT, "%.3f", timeout.toMillis() / 1e3).replaceAll("\\.?0+$", "");
    return "still running after "
        + seconds
        + " s, so it was stopped. Give it longer: --timeout "
        + Math.max(1, Math.round(timeout.toMillis() / 500.0))
        + "s";
  }

  static String memoryFull() {
    return "out of memory: the script filled all that it has";
  }

  static String exit(int status) {
    return "the script exited with status " + status;
  }

  static String noStart(IOException cause) {
    return "its host does not start: " + cause.getMessage();
  }

  static String noBoot(String lane) {
    return "the " + lane + " host did not get ready. 'duet doctor' checks what it needs.";
  }

  static String crash(String lane, int status, String stderrTail) {
    String more = stderrTail.isBlank() ? "" : "\n" + stderrTail;
    return "the "
        + lane
        + " host is gone: "
        + how(status)
        + ". Play again; 'duet doctor' checks it."
        + more;
  }

  /// Its host cannot be believed any more.
  static String lost(String lane, PipeFault fault) {
    return fault(lane, fault) + " What was printed before is shown. Remove that from the script.";
  }

  /// What a host tells cannot be.
  ///
  /// @param what what it tells
  static String wrongFigures(String lane, String what) {
    return "the " + lane + " host tells " + what + ". So nothing of this run is believed.";
  }

  private static String fault(String lane, PipeFault fault) {
    return switch (fault) {
      case FALSE_LINE ->
          "the script, or a process that it started, wrote into the pipe between the "
              + lane
              + " host and Duet, or read from it, so Duet ended the host.";
      case CLOSED ->
          "the script closed the pipe between the "
              + lane
              + " host and Duet, so Duet ended the host.";
    };
  }

  /// The host of a live session cannot be believed any more.
  static String sessionLost(String lane, PipeFault fault) {
    return "the "
        + lane
        + " session is over: "
        + fault(lane, fault)
        + " Its state is lost; the next input starts a new one.";
  }

  /// A live session has ended, which it is never told to do.
  ///
  /// @param status its host's exit status
  static String sessionOver(String lane, int status, String stderrTail) {
    boolean ours = status == HostExit.OUR_BUG && !stderrTail.isBlank();
    return "the "
        + lane
        + " session is over: "
        + how(status)
        + ". Its state is lost; the next input starts a new one."
        + (ours ? "\n" + stderrTail : "");
  }

  /// The user has ended a live session that did not react.
  static String sessionStopped(String lane) {
    return "the "
        + lane
        + " session is over: you stopped it. Its state is lost; the next input starts a new one.";
  }

  private static String how(int status) {
    return switch (status) {
      case KILLED -> "its process was killed, by the script itself or from outside";
      case HostExit.OUR_BUG -> "a fault of its own, please report these lines";
      case HostExit.FALSE_ORDER ->
          "the script, or a process that it started, wrote into the pipe with its orders, or read"
              + " from it";
      case HostExit.MEMORY_FULL -> "the script filled its memory";
      case ABORTED, SEGMENTATION_FAULT ->
          "its virtual machine, or native code in it, crashed (signal "
              + (status - SIGNALLED)
              + ")";
      default ->
          status > SIGNALLED
              ? "its process was ended by signal " + (status - SIGNALLED)
              : "its process ended with status " + status;
    };
  }
}
