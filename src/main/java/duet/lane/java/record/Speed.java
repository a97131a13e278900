package duet.lane.java.record;

/// What every sleep and timed wait of the script is divided by.
public final class Speed {
  private static volatile double factor = 1;

  private Speed() {}

  /// Sets it for the next script.
  public static void set(double speed) {
    factor = speed;
  }

  /// What it is.
  public static double factor() {
    return factor;
  }
}
