package duet.lane.protocol;

/// The exit statuses by which a host that cannot go on tells why.
public final class HostExit {
  /// The exit status of a host that failed by its own fault; a script can take any other.
  public static final int OUR_BUG = 70;

  /// The exit status of a host that could not even tell that its memory is full.
  public static final int MEMORY_FULL = 71;

  private HostExit() {}
}
