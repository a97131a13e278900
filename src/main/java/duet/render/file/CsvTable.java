package duet.render.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import duet.console.Cells;
import java.io.StringWriter;
import java.util.List;

/// Rows of comma-separated values (RFC 4180) that no spreadsheet runs as formulas. Each row is one
/// line, and control characters become visible pictures, so that no cell looks like another row or
/// rules a terminal.
public final class CsvTable {
  private final StringWriter text = new StringWriter();
  private final CsvWriter writer =
      CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(text);

  /// @param titles the titles of the columns
  public CsvTable(List<String> titles) {
    row(titles);
  }

  /// Adds a row. A cell that a spreadsheet would run as a formula gets an apostrophe in front,
  /// which makes it text.
  public void row(List<String> cells) {
    writer.writeRecord(cells.stream().map(CsvTable::inert).toList());
  }

  private static String inert(String cell) {
    String visible = Cells.printable(cell);
    return visible.matches("\\s*[=+\\-@＝＋－＠].*") ? "'" + visible : visible;
  }

  /// The rows so far, without the last line end.
  public String text() {
    return text.toString().substring(0, text.getBuffer().length() - 1);
  }
}
