package duet.render.terminal;

import duet.console.Cells;
import duet.console.Theme;
import duet.console.Theme.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;
import org.jline.utils.AttributedString;

/// Shows Markdown as lines of a terminal: headings, lists, code, tables, quotes. Comments are left
/// out.
///
/// @param width in columns; with 0, nothing is wrapped
public record MarkdownView(Theme theme, int width) {
  private static final int COLORS = 8;
  private static final int DEEPEST_UNDERLINED = 2;
  private static final int NARROWEST = 20;

  /// The lines of a block, without empty lines around it.
  public List<String> lines(Node block) {
    return switch (block) {
      case Heading heading -> heading(heading);
      case ListBlock list -> list(list);
      case FencedCodeBlock code -> code(code.getInfo(), code.getLiteral());
      case IndentedCodeBlock code -> code("", code.getLiteral());
      case TableBlock table -> table(table);
      case BlockQuote quote ->
          inside(quote).stream().map(line -> theme.paint(Role.FAINT, "│ ") + line).toList();
      case ThematicBreak _ ->
          List.of(theme.paint(Role.FAINT, "─".repeat(width == 0 ? NARROWEST : width)));
      case HtmlBlock _ -> List.of();
      default -> new InlineText(theme).wrapped(block, width);
    };
  }

  private List<String> heading(Heading heading) {
    var lines = new ArrayList<String>();
    for (String line : new InlineText(new Theme(false)).wrapped(heading, width)) {
      lines.add(theme.paint(Role.TITLE, line));
      if (heading.getLevel() <= DEEPEST_UNDERLINED) {
        String rule = heading.getLevel() == 1 ? "═" : "─";
        lines.add(theme.paint(Role.FAINT, rule.repeat(Cells.columns(line))));
      }
    }
    return lines;
  }

  private List<String> list(ListBlock list) {
    var lines = new ArrayList<String>();
    int number =
        list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
            ? ordered.getMarkerStartNumber()
            : 1;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      String mark = list instanceof BulletList ? " • " : " " + number++ + ". ";
      if (!list.isTight() && !lines.isEmpty()) {
        lines.add("");
      }
      List<String> own = narrower(mark.length()).inside(item);
      for (int i = 0; i < own.size(); i++) {
        lines.add((i == 0 ? mark : " ".repeat(mark.length())) + own.get(i));
      }
    }
    return lines;
  }

  /// The blocks in a block, one below the other.
  private List<String> inside(Node parent) {
    var lines = new ArrayList<String>();
    MarkdownView inner = parent instanceof BlockQuote ? narrower(2) : this;
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (!lines.isEmpty() && !(node instanceof ListBlock)) {
        lines.add("");
      }
      lines.addAll(inner.lines(node));
    }
    return lines;
  }

  private MarkdownView narrower(int by) {
    return new MarkdownView(theme, width == 0 ? 0 : Math.max(NARROWEST, width - by));
  }

  /// Code keeps its lines, since a wrapped line would be wrong.
  private List<String> code(String info, String text) {
    List<AttributedString> lines =
        new CodeColours(info, theme)
            .of(
                text.stripTrailing()
                    .lines()
                    .map(Cells::printable)
                    .reduce((a, b) -> a + "\n" + b)
                    .orElse(""))
            .columnSplitLength(Integer.MAX_VALUE);
    return lines.stream()
        .map(
            line ->
                theme.paint(Role.FAINT, "  │ ")
                    + (theme.coloured()
                        ? line.toAnsi(COLORS, AttributedString.ForceMode.None)
                        : line.toString()))
        .toList();
  }

  private List<String> table(TableBlock table) {
    var rows = new ArrayList<List<Node>>();
    int heads = 0;
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow) {
          rows.add(cells(row));
          heads += part instanceof TableHead ? 1 : 0;
        }
      }
    }
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = widths(rows, columns);
    var lines = new ArrayList<String>();
    for (int i = 0; i < rows.size(); i++) {
      lines.addAll(row(rows.get(i), widths, i < heads));
      if (i == heads - 1) {
        lines.add(
            theme.paint(
                Role.FAINT,
                " " + "─".repeat(Arrays.stream(widths).sum() + 2 * Math.max(0, columns - 1))));
      }
    }
    return lines;
  }

  private static List<Node> cells(Node row) {
    var cells = new ArrayList<Node>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell) {
        cells.add(cell);
      }
    }
    return cells;
  }

  /// The width of each column: as wide as its content. If that is too much, the widest columns
  /// shrink.
  private int[] widths(List<List<Node>> rows, int columns) {
    int[] widths = new int[columns];
    var plain = new InlineText(new Theme(false));
    for (List<Node> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], Cells.columns(plain.text(row.get(i))));
      }
    }
    int room = width - 1 - 2 * Math.max(0, columns - 1);
    while (width > 0 && Arrays.stream(widths).sum() > Math.max(room, columns * 4)) {
      int widest = 0;
      for (int i = 1; i < columns; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      widths[widest]--;
    }
    return widths;
  }

  private List<String> row(List<Node> cells, int[] widths, boolean isHead) {
    var columns = new ArrayList<List<String>>();
    int height = 1;
    for (int i = 0; i < cells.size(); i++) {
      List<String> lines = new InlineText(theme).wrapped(cells.get(i), widths[i]);
      columns.add(lines);
      height = Math.max(height, lines.size());
    }
    var rows = new ArrayList<String>(Collections.nCopies(height, ""));
    for (int line = 0; line < height; line++) {
      var text = new StringBuilder(" ");
      for (int i = 0; i < columns.size(); i++) {
        String cell = line < columns.get(i).size() ? columns.get(i).get(line) : "";
        int columnsOfCell = Cells.columns(InlineText.plain(cell));
        text.append(isHead ? theme.paint(Role.TITLE, cell) : cell);
        text.append(" ".repeat(Math.max(0, widths[i] - columnsOfCell)));
        text.append(i + 1 < columns.size() ? "  " : "");
      }
      rows.set(line, text.toString().stripTrailing());
    }
    return rows;
  }
}
