package duet.cli;

import duet.compare.BatchReport;
import duet.course.grade.Grading;
import duet.log.BatchLogs;
import duet.program.ProgramContext;
import duet.render.file.JUnitFile;
import duet.render.file.JobSummary;
import duet.render.html.ReportPage;
import duet.scenario.InputFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The files that a report is written to, besides the screen.
///
/// @param junit for CI servers
/// @param html for people
/// @param grades for who teaches a class
record ReportFiles(Optional<Path> junit, Optional<Path> html, Optional<Grades> grades) {
  /// Who has solved what.
  ///
  /// @param file a table, or JSON lines
  record Grades(Grading grading, Path file) {}

  /// Writes one file.
  private interface FileWriter {
    void write() throws IOException, InputFault;
  }

  /// Refuses files that could not be written once everything is played.
  ///
  /// @throws InputFault when there is one
  void check() throws InputFault {
    for (Path file :
        Stream.of(junit, html, grades.map(Grades::file)).flatMap(Optional::stream).toList()) {
      Path whole = file.toAbsolutePath();
      boolean isNew = !Files.exists(whole);
      if (!Files.isWritable(isNew ? whole.resolveSibling("") : whole) || Files.isDirectory(whole)) {
        throw InputFault.usage(
            "cannot write to " + file, "Nothing was played. Is its folder there, and yours?");
      }
    }
  }

  /// Writes them, each of them whatever comes of the others, and the summary of a job on GitHub
  /// where this is one.
  ///
  /// @param context tells whether this is a job on GitHub, and reports that it has no summary,
  ///   which is no fault of the report
  /// @throws InputFault when one cannot be written
  void write(BatchLogs logs, BatchReport report, ProgramContext context) throws InputFault {
    var failures = new ArrayList<String>();
    if (junit.isPresent()) {
      attempt(failures, () -> junit(logs, report, junit.get()));
    }
    if (html.isPresent()) {
      attempt(failures, () -> html(logs, report, html.get()));
    }
    if (grades.isPresent()) {
      Grades table = grades.get();
      attempt(failures, () -> table.grading().write(report, table.file()));
    }
    var unseen = new ArrayList<String>();
    attempt(unseen, () -> JobSummary.add(report, context.environment()));
    unseen.forEach(why -> context.console().error("duet: the job has no summary: " + why));
    if (!failures.isEmpty()) {
      throw InputFault.usage(
          "a report is not complete: " + String.join("; ", failures),
          "The log has everything: make room, and 'duet report LOG' makes the reports again, 'duet"
              + " batch … --resume LOG --grade FILE' the grades.");
    }
  }

  private static void attempt(List<String> failures, FileWriter piece) {
    try {
      piece.write();
    } catch (IOException | UncheckedIOException | InputFault e) {
      failures.add(String.valueOf(e.getMessage()));
    }
  }

  private static void junit(BatchLogs logs, BatchReport report, Path path)
      throws IOException, InputFault {
    try (JUnitFile file = JUnitFile.open(path)) {
      logs.write(report, file);
    }
  }

  private static void html(BatchLogs logs, BatchReport report, Path path)
      throws IOException, InputFault {
    try (ReportPage page = ReportPage.open(path)) {
      logs.write(report, page);
    }
  }
}
