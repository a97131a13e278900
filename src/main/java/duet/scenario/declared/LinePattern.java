package duet.scenario.declared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Compiles the patterns of declarations, as authors write them and as logs keep them. It refuses
/// those that no stack and no time would suffice for, whatever the line.
public final class LinePattern {
  /// How often a pattern may repeat a part of itself, counts inside each other multiplied.
  private static final int MOST_REPEATS = 1_000_000;

  private static final Pattern COUNT = Pattern.compile("\\{(?:\\d*,)?(\\d+),?\\}");

  private LinePattern() {}

  /// Compiles a pattern.
  ///
  /// @throws PatternSyntaxException when it is not one, or is refused
  public static Pattern of(String regex) {
    long repeats = 1;
    for (Matcher count = COUNT.matcher(regex); count.find(); ) {
      String most = count.group(1);
      repeats *= most.length() > 9 ? MOST_REPEATS + 1 : Math.max(1, Integer.parseInt(most));
      if (repeats > MOST_REPEATS) {
        throw new PatternSyntaxException(
            "Its counts multiply to more than a million repeats", regex, count.start());
      }
    }
    try {
      return Pattern.compile(regex);
    } catch (StackOverflowError e) {
      throw new PatternSyntaxException("Too many brackets inside each other", regex, 0);
    }
  }
}
