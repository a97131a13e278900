package duet.lane.protocol;

/// What Duet and its hosts agree on besides messages and orders: file descriptors, system
/// properties and a marker.
public final class HostContract {
  /// The system property that tells a host that it is confined, or only rehearses that.
  public static final String CONFINED = "duet.confined";

  /// Its value for a confined host.
  public static final String IS_CONFINED = "true";

  /// Its value in the training run.
  public static final String REHEARSES = "rehearsed";

  /// The system property that names the cache folder, where it is not the user's.
  public static final String CACHE = "duet.cache";

  /// The file descriptor from which a host reads its orders.
  public static final int ORDERS = 3;

  /// The file descriptor to which a host writes its messages.
  public static final int MESSAGES = 4;

  /// A host writes this to standard error before it reports an end. Whatever the script wrote there
  /// has arrived before it.
  public static final String ALL_WRITTEN = "duet: all is written";

  private HostContract() {}

  /// Whether this process is a confined host.
  public static boolean isConfined() {
    return System.getProperty(CONFINED, "").equals(IS_CONFINED);
  }
}
