package duet.render;

import duet.compare.Breach;
import duet.compare.Report;
import duet.compare.Result;
import duet.compare.Standing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/// A report for the page of a job on GitHub, which takes Markdown from the file that
/// `GITHUB_STEP_SUMMARY` names (workflow commands, "Adding a job summary").
public final class JobSummary {
  private static final String VARIABLE = "GITHUB_STEP_SUMMARY";

  /// A summary may have a mebibyte.
  private static final int FAILURES_AT_MOST = 100;

  private JobSummary() {}

  /// Adds the report to that file, where there is one.
  ///
  /// @throws IOException when it cannot be written
  public static void add(Report report, Map<String, String> environment) throws IOException {
    String file = environment.getOrDefault(VARIABLE, "");
    if (!file.isEmpty()) {
      Files.writeString(
          Path.of(file),
          markdown(report),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  static String markdown(Report report) {
    var text = new StringBuilder("### Duet: " + BatchView.sentence(report) + "\n\n");
    report.notes().forEach(note -> text.append("**").append(note).append("**\n\n"));
    text.append("| module | passed | flaky | failed | not played |\n|---|---|---|---|---|\n");
    for (String module : report.modules()) {
      text.append("| ").append(escaped(module.isEmpty() ? "." : module));
      for (Standing standing : Standing.values()) {
        text.append(" | ")
            .append(report.of(module).stream().filter(r -> r.standing() == standing).count());
      }
      text.append(" |\n");
    }
    report.results().stream()
        .filter(result -> result.standing() == Standing.FAILED)
        .limit(FAILURES_AT_MOST)
        .forEach(result -> failure(text, result));
    return text.append('\n').toString();
  }

  private static void failure(StringBuilder text, Result result) {
    text.append("\n- **").append(escaped(result.path())).append("**\n");
    for (Breach breach : result.breaches()) {
      text.append("  - ").append(escaped(Cells.printable(breach.sentence()))).append('\n');
    }
  }

  /// Without what Markdown or HTML would take for its own.
  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<>|#])", "\\\\$1");
  }
}
