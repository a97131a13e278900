package duet.lane.java.observe;

import duet.lane.java.compile.ScriptLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A stack frame as [StackTraceElement#toString] tells it.
///
/// @param method class and method, such as `java.lang.Thread.join`
/// @param place file and line, such as `Thread.java:2022`
/// @param isScript whether it is the script's own code
record StackFrame(String method, String place, boolean isScript) {
  private static final Pattern FORM =
      Pattern.compile("(?:.*?/)?([^/(]+(?:/0x\\w+)?[^/(]*)\\((.*)\\)");

  static StackFrame of(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? new StackFrame(parts.group(1), parts.group(2), text.startsWith(ScriptLoader.NAME + "/"))
        : new StackFrame(text, "", false);
  }

  /// The method with its class's simple name, such as `Thread.join`.
  String shortMethod() {
    int dot = method.lastIndexOf('.');
    int before = method.lastIndexOf('.', dot - 1);
    return method.substring(before + 1).replaceFirst(".*\\$(?=[A-Z])", "");
  }
}
