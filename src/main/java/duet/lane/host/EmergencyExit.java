package duet.lane.host;

import duet.lane.protocol.ChildProcesses;
import duet.lane.protocol.HostExit;

/// Ends a host at once.
final class EmergencyExit {
  private EmergencyExit() {}

  /// Ends this process and every process that the script started. For when Duet is gone, or
  /// everything has been reported.
  static void now() {
    ChildProcesses.killOwn();
    Runtime.getRuntime().halt(HostExit.OUR_BUG);
  }
}
