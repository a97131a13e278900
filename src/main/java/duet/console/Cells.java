package duet.console;

import duet.scenario.file.VisibleText;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.WCWidth;

/// Text in terminal columns: wide characters take two, combining ones none.
public final class Cells {
  private static final int TAB = 4;
  private static final int ABRIDGED = 4_000;

  private Cells() {}

  /// The text made safe for a terminal: tabs become spaces, and every control character becomes a
  /// visible picture, as in [VisibleText].
  public static String printable(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < '\u007f')) {
      return text;
    }
    var clean = new StringBuilder(text.length());
    int column = 0;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int c = text.codePointAt(i);
      if (c == '\t') {
        int spaces = TAB - column % TAB;
        clean.repeat(' ', spaces);
        column += spaces;
      } else {
        clean.appendCodePoint(VisibleText.picture(c));
        column += Math.max(0, WCWidth.wcwidth(VisibleText.picture(c)));
      }
    }
    return clean.toString();
  }

  /// The text, or only its beginning if it would fill whole screens.
  public static String abridged(String text) {
    return text.length() <= ABRIDGED
        ? text
        : text.substring(0, text.offsetByCodePoints(0, ABRIDGED / 2))
            + String.format(Locale.ROOT, "… (%,d characters in all)", text.length());
  }

  /// How many columns the text takes.
  public static int columns(String text) {
    return new AttributedString(text).columnLength();
  }

  /// The text followed by spaces up to a width; longer text is cut, with an ellipsis.
  public static String fit(String text, int width) {
    int columns = columns(text);
    if (columns <= width) {
      return text + " ".repeat(width - columns);
    }
    String cut = new AttributedString(text).columnSubSequence(0, width - 1).toString() + "…";
    return cut + " ".repeat(Math.max(0, width - columns(cut)));
  }
}
