package duet.lane.host;

import duet.lane.Offspring;

/// How a host ends that cannot go on.
public final class HostExit {
  /// The exit status of a host that failed by its own fault; a script can take any other.
  public static final int OUR_BUG = 70;

  /// The exit status of a host that could not even tell that its memory is full.
  public static final int MEMORY_FULL = 71;

  private HostExit() {}

  /// Ends at once, with the processes that the script started: there is nobody left to play for, or
  /// all is told.
  static void abandon() {
    Offspring.killOwn();
    Runtime.getRuntime().halt(OUR_BUG);
  }
}
