package duet.scenario;

import java.util.Locale;
import java.util.regex.Pattern;

/// What a lane is called in a sentence. A saved log has only its id.
public final class LaneTitle {
  private static final String CPYTHON = "cpython";

  private static final Pattern OF_CPYTHON = Pattern.compile(CPYTHON + "(?:-3\\.\\d+t?)?");

  private LaneTitle() {}

  /// Whether a lane plays on a CPython, which not every machine has.
  public static boolean isOfCPython(String lane) {
    return OF_CPYTHON.matcher(lane).matches();
  }

  /// `Java` for `java`, `CPython 3.13` for `cpython-3.13`.
  public static String of(String lane) {
    return isOfCPython(lane)
        ? "CPython" + lane.substring(CPYTHON.length()).replace('-', ' ')
        : lane.substring(0, 1).toUpperCase(Locale.ROOT) + lane.substring(1);
  }
}
