package duet.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jline.utils.AttributedString;

/// Lays out rows of text in columns. Each column is as wide as its widest cell, measured in
/// terminal columns. Cells may be coloured.
public final class Table {
  private final int indent;
  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /// @param indent the number of spaces before the first column
  public Table(int indent, List<Column> columns) {
    this.indent = indent;
    this.columns = List.copyOf(columns);
  }

  /// How a column is laid out.
  ///
  /// @param isRight whether its cells end at the same place, as numbers do
  /// @param least its least width
  /// @param gap the number of spaces before it, unless it is the first one
  public record Column(boolean isRight, int least, int gap) {
    /// Cells that begin at the same place, one space after the column before.
    public static Column left(int least) {
      return new Column(false, least, 1);
    }

    /// Cells that end at the same place, at least one space after the column before.
    public static Column right(int least) {
      return new Column(true, least, 1);
    }

    /// The same with another number of spaces before it.
    public Column after(int spaces) {
      return new Column(isRight, least, spaces);
    }
  }

  /// Adds a row.
  ///
  /// @param cells one for each column; those missing at the end are empty
  public Table row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  /// Adds a row.
  public Table row(String... cells) {
    return row(Arrays.asList(cells));
  }

  /// The rows as lines, without trailing spaces.
  public List<String> lines() {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      int widest = rows.stream().mapToInt(row -> width(cell(row, column))).max().orElse(0);
      widths[i] = Math.max(columns.get(i).least, widest);
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    var line = new StringBuilder(" ".repeat(indent));
    for (int i = 0; i < widths.length; i++) {
      Column column = columns.get(i);
      String cell = cell(row, i);
      String room = " ".repeat(widths[i] - width(cell));
      line.append(" ".repeat(i == 0 ? 0 : column.gap));
      line.append(column.isRight ? room + cell : cell + room);
    }
    return line.toString().stripTrailing();
  }

  private static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }

  private static int width(String cell) {
    return AttributedString.fromAnsi(cell).columnLength();
  }
}
