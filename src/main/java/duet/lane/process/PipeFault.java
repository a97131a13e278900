package duet.lane.process;

/// Why Duet gives up a host that is still alive.
public enum PipeFault {
  /// A line came through its pipe that the host has not written, or not so, or not then.
  FALSE_LINE,
  /// Its pipe was closed.
  CLOSED
}
