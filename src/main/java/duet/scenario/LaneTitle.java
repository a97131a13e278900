package duet.scenario;

import java.util.Locale;

/// What a lane is called in a sentence. A saved log has only its id.
public final class LaneTitle {
  private static final String CPYTHON = "cpython";

  private LaneTitle() {}

  /// `Java` for `java`, `CPython 3.13` for `cpython-3.13`.
  public static String of(String lane) {
    return lane.startsWith(CPYTHON)
        ? "CPython" + lane.substring(CPYTHON.length()).replace('-', ' ')
        : lane.substring(0, 1).toUpperCase(Locale.ROOT) + lane.substring(1);
  }
}
