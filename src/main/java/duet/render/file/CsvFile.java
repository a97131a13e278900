package duet.render.file;

import duet.compare.BatchReport;
import duet.compare.ScenarioResult;
import duet.console.Screen;
import java.util.List;
import java.util.Locale;

/// Writes a report as comma-separated values, with a row for each scenario and lane.
public final class CsvFile {
  private final Screen screen;

  public CsvFile(Screen screen) {
    this.screen = screen;
  }

  /// Writes the rows below their titles.
  public void write(BatchReport report) {
    var table =
        new CsvTable(
            List.of("module", "scenario", "lane", "standing", "outcome", "seconds", "attempts"));
    for (ScenarioResult result : report.results()) {
      if (result.lanes().isEmpty()) {
        table.row(row(result, "", "", ""));
      }
      for (ScenarioResult.LaneResult lane : result.lanes()) {
        String seconds = String.format(Locale.ROOT, "%.6f", lane.wall());
        table.row(row(result, lane.lane(), lane.outcome().word(), seconds));
      }
    }
    screen.line(table.text());
  }

  private static List<String> row(
      ScenarioResult result, String lane, String outcome, String seconds) {
    return List.of(
        result.module(),
        result.name(),
        lane,
        result.standing().word(),
        outcome,
        seconds,
        String.valueOf(result.attempts()));
  }
}
