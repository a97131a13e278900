package duet.lane.process;

import duet.lane.protocol.HostMessage;

/// Receives what a host sends. Calls come one after the other, on threads of the host's own; while
/// one of them has not returned, the host has to wait with its next message.
public interface HostListener {
  /// The host sent a message.
  void said(HostMessage message);

  /// Native code, or a process that the script started, wrote a line to standard error.
  default void wrote(String text) {}

  /// No other message can be believed, or come, so the host is killed.
  default void lost(PipeFault fault) {}

  /// The host's process has ended; no other call follows.
  ///
  /// @param status its exit status: 128 and the signal's number where a signal ended it
  /// @param stderrTail the last lines that it wrote to its own standard error, for developers
  void gone(int status, String stderrTail);
}
