package duet.scenario;

import java.util.ArrayList;
import java.util.List;

/// What a terminal shows of text that a script prints: after a carriage return new characters stand
/// in the place of those that were there. Played and saved output are both read like this.
public final class PrintedText {
  private PrintedText() {}

  /// The lines of a whole text. A line that is overwritten with white space is not there any more.
  public static List<String> lines(String text) {
    var lines = new ArrayList<String>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      String line = text.substring(from, end < 0 ? text.length() : end);
      String shown = shown(line);
      if (line.equals(shown) || !shown.isBlank()) {
        lines.add(shown);
      }
      from = end < 0 ? text.length() : end + 1;
    }
    return lines;
  }

  private static String shown(String line) {
    String shown = "";
    for (String piece : line.split("\r")) {
      shown = piece.isEmpty() ? shown : over(shown, piece);
    }
    return line.indexOf('\r') < 0 ? line : shown.stripTrailing();
  }

  /// A line after something was written over its beginning.
  ///
  /// @param before what was there
  public static String over(String before, String last) {
    int covered = last.codePointCount(0, last.length());
    return covered >= before.codePointCount(0, before.length())
        ? last
        : last + before.substring(before.offsetByCodePoints(0, covered));
  }
}
