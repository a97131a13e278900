package duet.console;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.WCWidth;

/// Breaks text into lines: between words, and between characters that are two columns wide, such as
/// Chinese ones.
///
/// It asks [BreakIterator] only about the latter, since that knows which characters may begin or
/// end a line. Elsewhere it would break `--speed` and `a/b.py`, and it takes some 30 ms to start.
public final class WordWrap {
  private static final int JOINER = 0x200d;

  private final String text;
  private final int width;
  private final boolean cutsWords;
  private final List<Span> lines = new ArrayList<>();
  private int from;
  private int columns;

  private WordWrap(String text, int width, boolean cutsWords) {
    this.text = text;
    this.width = width;
    this.cutsWords = cutsWords;
  }

  /// A part of a text.
  public record Span(int from, int to) {}

  /// Lines of at most this width, unless a word is longer; one line if the width is 0.
  public static List<String> wrap(String text, int width) {
    return texts(text, spans(text, width));
  }

  /// The same, as positions in the text.
  public static List<Span> spans(String text, int width) {
    return width <= 0 || Cells.columns(text) <= width
        ? List.of(new Span(0, text.length()))
        : new WordWrap(text, width, false).lines();
  }

  /// Lines of at most this width, which is more than 0. Cuts a word if the line would otherwise be
  /// less than half full.
  public static List<String> cut(String text, int width) {
    return Cells.columns(text) <= width
        ? List.of(text)
        : texts(text, new WordWrap(text, width, true).lines());
  }

  private static List<String> texts(String text, List<Span> spans) {
    return spans.stream().map(span -> text.substring(span.from, span.to)).toList();
  }

  private List<Span> lines() {
    int start = 0;
    for (int end : breaks()) {
      add(start, end);
      start = end;
    }
    lines.add(new Span(from, stripped(from, text.length())));
    return lines;
  }

  /// Adds a piece; spaces at its end need no room.
  private void add(int start, int end) {
    int own = Cells.columns(text.substring(start, stripped(start, end)));
    if (columns + own > width && columns > (cutsWords ? width / 2 : 0)) {
      lines.add(new Span(from, stripped(from, start)));
      from = start;
      columns = 0;
    }
    columns += Cells.columns(text.substring(start, end));
    if (cutsWords && columns > width) {
      cut(end);
    }
  }

  /// Cuts a word that is too long for a line.
  private void cut(int end) {
    String rest = text.substring(from, end);
    while (Cells.columns(rest.stripTrailing()) > width) {
      String line = new AttributedString(rest).columnSubSequence(0, width).toString();
      if (line.isEmpty()) {
        break; // a single character wider than the width
      }
      lines.add(new Span(from, from + line.length()));
      from += line.length();
      rest = text.substring(from, end);
    }
    columns = Cells.columns(rest);
  }

  private int stripped(int start, int end) {
    int to = end;
    while (to > start && text.charAt(to - 1) == ' ') {
      to--;
    }
    return to;
  }

  /// The positions where lines may end; the last is the end of the text.
  private List<Integer> breaks() {
    var breaks = new ArrayList<Integer>();
    boolean isWide = text.codePoints().anyMatch(WordWrap::isWide);
    BreakIterator between = isWide ? BreakIterator.getLineInstance(Locale.ROOT) : null;
    if (between != null) {
      between.setText(text);
    }
    for (int i = 1; i < text.length(); i++) {
      boolean isAfterSpace = text.charAt(i - 1) == ' ' && text.charAt(i) != ' ';
      if (isAfterSpace || (between != null && isBesideWide(i) && between.isBoundary(i))) {
        breaks.add(i);
      }
    }
    breaks.add(text.length());
    return breaks;
  }

  private boolean isBesideWide(int at) {
    int before = text.codePointBefore(at);
    int after = text.codePointAt(at);
    return (isWide(before) || isWide(after)) && before != JOINER && WCWidth.wcwidth(after) > 0;
  }

  /// Whether a character takes two columns.
  public static boolean isWide(int character) {
    return WCWidth.wcwidth(character) > 1;
  }
}
