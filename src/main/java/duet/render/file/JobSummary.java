package duet.render.file;

import duet.compare.BatchReport;
import duet.compare.BrokenExpectation;
import duet.compare.ScenarioResult;
import duet.compare.Standing;
import duet.compare.UndecidedExpectation;
import duet.console.Cells;
import duet.render.ReportWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/// Writes a report for a job's page on GitHub, which shows the Markdown in the file that
/// `GITHUB_STEP_SUMMARY` names (workflow commands, "Adding a job summary").
public final class JobSummary {
  private static final String VARIABLE = "GITHUB_STEP_SUMMARY";

  private static final int FAILURES_AT_MOST = 100;

  /// A step's summary may have one mebibyte; GitHub does not show a longer one at all.
  private static final int BYTES_AT_MOST = 900_000;

  private JobSummary() {}

  /// Adds the report to that file, if there is one.
  ///
  /// @throws IOException if it cannot be written
  public static void add(BatchReport report, Map<String, String> environment) throws IOException {
    String file = environment.getOrDefault(VARIABLE, "");
    if (!file.isEmpty()) {
      Files.write(
          Path.of(file),
          markdown(report).getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  public static String markdown(BatchReport report) {
    var text = new StringBuilder("### Duet: " + ReportWords.sentence(report) + "\n\n");
    report.notes().forEach(note -> text.append("**").append(note).append("**\n\n"));
    List<Standing> standings = List.of(Standing.values());
    text.append("| module");
    standings.forEach(standing -> text.append(" | ").append(ReportWords.words(standing)));
    text.append(" |\n|---").append("|---".repeat(standings.size())).append("|\n");
    for (String module : report.modules()) {
      text.append("| ").append(escaped(module.isEmpty() ? "." : Cells.printable(module)));
      for (Standing standing : standings) {
        text.append(" | ").append(report.count(module, standing));
      }
      text.append(" |\n");
    }
    List<ScenarioResult> failed =
        report.results().stream()
            .filter(
                result ->
                    result.standing() == Standing.FAILED
                        || result.standing() == Standing.UNDECIDED
                        || result.difference().isPresent())
            .limit(FAILURES_AT_MOST)
            .toList();
    int bytes = bytes(text);
    for (ScenarioResult result : failed) {
      String failure = failure(result);
      bytes += bytes(failure);
      if (bytes > BYTES_AT_MOST) {
        return text.append("\n… and more\n\n").toString();
      }
      text.append(failure);
    }
    return text.append('\n').toString();
  }

  private static int bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private static String failure(ScenarioResult result) {
    var text = new StringBuilder();
    text.append("\n- **").append(escaped(Cells.printable(result.path()))).append("**\n");
    for (BrokenExpectation broken : result.breaches()) {
      text.append("  - ").append(escaped(Cells.printable(broken.sentence()))).append('\n');
    }
    for (UndecidedExpectation open : result.undecided()) {
      text.append("  - ").append(escaped(Cells.printable(open.sentence()))).append('\n');
    }
    result
        .difference()
        .map(difference -> escaped(Cells.printable(difference.sentence())))
        .ifPresent(sentence -> text.append("  - warning: ").append(sentence).append('\n'));
    return text.toString();
  }

  /// The text with the special characters of Markdown and HTML escaped.
  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<>|#])", "\\\\$1");
  }
}
