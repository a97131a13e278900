package duet.lane.python.observe;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the built-in function that a thread is in, by the names of GraalPy's classes in its Java
/// stack, such as `BuiltinFunctions$SumFunctionNode`. Seen in GraalPy 25.0.3.
final class BuiltinFrames {
  private static final Pattern NODE =
      Pattern.compile(".*\\.BuiltinFunctions\\$([A-Z][a-z]+)(Function)?Node\\..*");

  private BuiltinFrames() {}

  /// The function's name, such as `sum`; empty where the thread is in none.
  ///
  /// @param frames class and method of each, the innermost first
  static String in(List<String> frames) {
    for (String frame : frames) {
      Matcher node = NODE.matcher(frame);
      if (node.matches()) {
        return node.group(1).toLowerCase(Locale.ROOT);
      }
      if (frame.endsWith(".bytecodeLoop")) {
        break; // Python code runs here, so its caller is no built-in
      }
    }
    return "";
  }
}
