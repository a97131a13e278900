package duet.render.terminal;

import duet.console.Cells;
import duet.console.Theme;
import duet.console.Theme.Role;
import duet.console.WordWrap;
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

/// The text inside a Markdown block, in colour and broken into lines.
record InlineText(Theme theme) {
  /// A word, or a part of one, and how it is painted.
  private record StyledWord(int from, int to, Paint paint) {}

  /// The text without colours.
  String text(Node parent) {
    return styled(parent).plain.toString().replace('\n', ' ').strip();
  }

  /// The text without colour codes.
  static String plain(String text) {
    return AttributedString.fromAnsi(text).toString();
  }

  /// Lines of at most this width; one line if it is 0.
  List<String> wrapped(Node parent, int width) {
    StyledText text = styled(parent);
    var lines = new ArrayList<String>();
    int at = 0;
    for (String paragraph : text.plain.toString().split("\n", -1)) {
      for (WordWrap.Span line : WordWrap.spans(paragraph, width)) {
        lines.add(text.painted(at + line.from(), at + line.to()));
      }
      at += paragraph.length() + 1;
    }
    return lines;
  }

  private StyledText styled(Node parent) {
    var text = new StyledText();
    collect(parent, plain -> plain, text);
    return text;
  }

  private interface Paint {
    String of(String text);
  }

  private void collect(Node parent, Paint paint, StyledText words) {
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

  /// Collects text, with exactly one space between words.
  private static final class StyledText {
    private final StringBuilder plain = new StringBuilder();
    private final List<StyledWord> words = new ArrayList<>();
    private boolean space;
    private boolean soft;

    void add(String text, Paint paint) {
      int from = 0;
      for (int i = 0; i <= text.length(); i++) {
        if (i == text.length() || text.charAt(i) == ' ') {
          word(text.substring(from, i), paint);
          from = i + 1;
          space |= i < text.length();
        }
      }
    }

    private void word(String word, Paint paint) {
      if (word.isEmpty()) {
        return;
      }
      boolean isBegun = !plain.isEmpty() && plain.charAt(plain.length() - 1) != '\n';
      if (isBegun && (space || (soft && !joins(word)))) {
        plain.append(' ');
      }
      space = false;
      soft = false;
      words.add(new StyledWord(plain.length(), plain.length() + word.length(), paint));
      plain.append(word);
    }

    /// Whether a line end in the source counts as nothing, as between Chinese characters.
    private boolean joins(String word) {
      return WordWrap.isWide(plain.codePointBefore(plain.length()))
          && WordWrap.isWide(word.codePointAt(0));
    }

    /// The end of a source line.
    void softBreak() {
      soft = true;
    }

    void lineBreak() {
      plain.append('\n');
      space = false;
      soft = false;
    }

    /// A part in colour.
    String painted(int from, int to) {
      var painted = new StringBuilder();
      int at = from;
      for (StyledWord word : words) {
        int start = Math.max(from, word.from);
        int end = Math.min(to, word.to);
        if (start < end) {
          painted.append(plain, at, start).append(word.paint.of(plain.substring(start, end)));
          at = end;
        }
      }
      return painted.append(plain, at, Math.max(at, to)).toString();
    }
  }
}
