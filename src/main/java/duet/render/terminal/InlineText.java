package duet.render.terminal;

import duet.console.Cells;
import duet.console.Theme;
import duet.console.Theme.Role;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jline.utils.AttributedString;
import org.jline.utils.WCWidth;

/// The text inside a Markdown block, in colour and broken into lines: between words, and between
/// characters that are two columns wide, such as Chinese ones.
record InlineText(Theme theme) {
  /// Characters that never begin a line (some of the classes CL and EX in UAX #14).
  private static final String NEVER_FIRST = "，。、；：？！）」』】》”’";

  /// A piece that is never broken.
  private record Unit(String plain, String painted, boolean spaceBefore) {}

  /// The text without colours.
  String text(Node parent) {
    var text = new StringBuilder();
    pieces(parent).forEach(piece -> text.append(piece.spaceBefore ? " " : "").append(piece.plain));
    return text.toString().strip();
  }

  /// The text without colour codes.
  static String plain(String text) {
    return AttributedString.fromAnsi(text).toString();
  }

  /// Lines of at most this width; one line if it is 0.
  List<String> wrapped(Node parent, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    int columns = 0;
    for (Unit piece : pieces(parent)) {
      if (piece.plain.equals("\n")) {
        lines.add(line.toString());
        line.setLength(0);
        columns = 0;
        continue;
      }
      int own = Cells.columns(piece.plain);
      boolean space = piece.spaceBefore && columns > 0;
      boolean sticks = columns > 0 && NEVER_FIRST.contains(piece.plain.substring(0, 1));
      if (width > 0 && columns > 0 && !sticks && columns + (space ? 1 : 0) + own > width) {
        lines.add(line.toString());
        line.setLength(0);
        columns = 0;
        space = false;
      }
      line.append(space ? " " : "").append(piece.painted);
      columns += (space ? 1 : 0) + own;
    }
    lines.add(line.toString());
    return lines;
  }

  private List<Unit> pieces(Node parent) {
    var words = new UnitCutter();
    collect(parent, text -> text, words);
    words.end();
    return words.pieces;
  }

  private interface Paint {
    String of(String text);
  }

  private void collect(Node parent, Paint paint, UnitCutter words) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> words.add(Cells.printable(text.getLiteral()), paint);
        case Code code ->
            words.add(Cells.printable(code.getLiteral()), text -> theme.paint(Role.CODE, text));
        case Emphasis emphasis ->
            collect(emphasis, text -> theme.paint(Role.EMPHASIS, text), words);
        case StrongEmphasis strong -> collect(strong, text -> theme.paint(Role.TITLE, text), words);
        case SoftLineBreak _ -> words.softBreak();
        case HardLineBreak _ -> words.lineBreak();
        case HtmlInline _ -> {}
        case Link link -> {
          collect(link, paint, words);
          if (link.getDestination().startsWith("http")) {
            words.add(" (" + link.getDestination() + ")", text -> theme.paint(Role.FAINT, text));
          }
        }
        default -> collect(node, paint, words);
      }
    }
  }

  /// Cuts text into pieces as it arrives.
  private static final class UnitCutter {
    private final List<Unit> pieces = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder painted = new StringBuilder();
    private boolean space;
    private boolean soft;

    void add(String text, Paint paint) {
      int from = 0;
      for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
        int c = text.codePointAt(i);
        boolean isWide = isWide(c);
        if (c == ' ' || isWide) {
          append(text.substring(from, i), paint);
          end();
          space |= c == ' ';
          from = i + Character.charCount(c);
        }
        if (isWide) {
          append(text.substring(i, from), paint);
          end();
        }
      }
      append(text.substring(from), paint);
    }

    private void append(String part, Paint paint) {
      if (!part.isEmpty()) {
        plain.append(part);
        painted.append(paint.of(part));
      }
    }

    void end() {
      if (!plain.isEmpty()) {
        boolean joined = isWide(plain.codePointAt(0)) && !pieces.isEmpty() && endsWide();
        pieces.add(new Unit(plain.toString(), painted.toString(), space || (soft && !joined)));
        plain.setLength(0);
        painted.setLength(0);
        space = false;
        soft = false;
      }
    }

    private boolean endsWide() {
      String last = pieces.getLast().plain;
      return isWide(last.codePointBefore(last.length()));
    }

    private static boolean isWide(int c) {
      return WCWidth.wcwidth(c) > 1;
    }

    /// The end of a source line. It counts as a space, except between Chinese characters.
    void softBreak() {
      end();
      soft = true;
    }

    void lineBreak() {
      end();
      pieces.add(new Unit("\n", "\n", false));
      space = false;
      soft = false;
    }
  }
}
