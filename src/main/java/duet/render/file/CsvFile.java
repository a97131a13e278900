package duet.render.file;

import duet.compare.BatchReport;
import duet.compare.ScenarioResult;
import duet.console.Screen;
import java.util.Locale;

/// A report as comma-separated values (RFC 4180), a row for each scenario and lane.
public final class CsvFile {
  private final Screen screen;

  public CsvFile(Screen screen) {
    this.screen = screen;
  }

  /// Writes the rows below their titles.
  public void write(BatchReport report) {
    screen.line("module,scenario,lane,standing,outcome,seconds,attempts");
    for (ScenarioResult result : report.results()) {
      if (result.lanes().isEmpty()) {
        row(result, "", "", "");
      }
      for (ScenarioResult.LaneResult lane : result.lanes()) {
        row(
            result,
            lane.lane(),
            lane.outcome().word(),
            String.format(Locale.ROOT, "%.6f", lane.wall()));
      }
    }
  }

  private void row(ScenarioResult result, String lane, String outcome, String seconds) {
    screen.line(
        String.join(
            ",",
            quoted(result.module()),
            quoted(result.name()),
            lane,
            result.standing().word(),
            outcome,
            seconds,
            String.valueOf(result.attempts())));
  }

  /// A value as RFC 4180 has it. What a spreadsheet would take for a formula, and play, gets an
  /// apostrophe in front, which makes it a text there.
  public static String quoted(String text) {
    String plain = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    return plain.matches("(?s).*[\",\\r\\n].*") ? "\"" + plain.replace("\"", "\"\"") + "\"" : plain;
  }
}
