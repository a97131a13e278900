package duet.scenario.file;

/// Makes control characters visible, which names of files and texts of scripts may have. So they
/// neither rule a terminal nor look like another line.
public final class VisibleText {
  private static final char CONTROL_PICTURES = '\u2400';
  private static final char DELETE = '\u007f';
  private static final char DELETE_PICTURE = '\u2421';

  private VisibleText() {}

  /// The text with a picture for every control character, line ends included.
  public static String of(Object text) {
    return text.toString()
        .codePoints()
        .map(VisibleText::picture)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// The character, or a visible picture of a control character, including escape and those that
  /// change the writing direction.
  public static int picture(int c) {
    if (c < ' ') {
      return CONTROL_PICTURES + c;
    }
    if (c == DELETE) {
      return DELETE_PICTURE;
    }
    boolean turnsDirection = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    boolean isC1Control = c >= 0x80 && c < 0xa0;
    return turnsDirection || isC1Control ? '\ufffd' : c;
  }
}
