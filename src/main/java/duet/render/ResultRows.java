package duet.render;

import duet.compare.Report;
import duet.compare.Result;
import java.util.Locale;

/// A report as comma-separated values (RFC 4180), a row for each scenario and lane.
public final class ResultRows {
  private final Screen screen;

  public ResultRows(Screen screen) {
    this.screen = screen;
  }

  /// Writes the rows below their titles.
  public void write(Report report) {
    screen.line("module,scenario,lane,standing,outcome,seconds,attempts");
    for (Result result : report.results()) {
      if (result.lanes().isEmpty()) {
        row(result, "", "", "");
      }
      for (Result.LaneResult lane : result.lanes()) {
        row(
            result,
            lane.lane(),
            lane.outcome().word(),
            String.format(Locale.ROOT, "%.6f", lane.wall()));
      }
    }
  }

  private void row(Result result, String lane, String outcome, String seconds) {
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

  /// A value as RFC 4180 has it.
  public static String quoted(String text) {
    return text.matches("(?s).*[\",\\r\\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }
}
