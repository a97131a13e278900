package duet.render.html;

import duet.compare.BatchReport;
import duet.compare.ScenarioResult;
import duet.log.ReportListener;
import duet.run.Play;
import duet.scenario.InputFault;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/// Writes a report to one HTML page: each scenario's result, which unfolds to figures, timeline and
/// logs. The page can be filtered and printed.
public final class ReportPage implements ReportListener, Closeable {
  private final HtmlFile file;
  private String module = "";

  private ReportPage(HtmlFile file) {
    this.file = file;
  }

  /// Creates a file, or replaces an existing one.
  ///
  /// @throws InputFault if the file cannot be written
  public static ReportPage open(Path path) throws InputFault {
    return new ReportPage(HtmlFile.open(path, "report.js"));
  }

  @Override
  public void begin(BatchReport report) {
    file.add("report.jte", new ReportHead(report));
  }

  @Override
  public void played(ScenarioResult result, Play play) {
    file.add("scenario.jte", ScenarioEntry.of(result, heading(result), play));
  }

  @Override
  public void missing(ScenarioResult result) {
    file.add("scenario.jte", ScenarioEntry.missing(result, heading(result)));
  }

  /// The module's name above its first scenario, else nothing.
  private String heading(ScenarioResult result) {
    boolean isNew = !result.module().equals(module);
    module = result.module();
    return isNew ? module : "";
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
