package duet.lane.protocol;

/// The exit statuses of a host that cannot go on.
public final class HostExit {
  /// The exit status of a host that failed by a bug of its own; a script may use any other.
  public static final int OUR_BUG = 70;

  /// The exit status of a host whose memory was too full to report that.
  public static final int MEMORY_FULL = 71;

  /// The exit status of a host that got an order from somebody else than Duet.
  public static final int FALSE_ORDER = 72;

  private HostExit() {}
}
