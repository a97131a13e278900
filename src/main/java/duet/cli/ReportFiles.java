package duet.cli;

import duet.batch.Logs;
import duet.compare.Report;
import duet.course.Grading;
import duet.render.JUnitFile;
import duet.render.JobSummary;
import duet.render.ReportPage;
import duet.scenario.InputFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The files that a report is written to, besides the screen.
///
/// @param junit for CI servers
/// @param html for people
/// @param grades for who teaches a class
record ReportFiles(Optional<Path> junit, Optional<Path> html, Optional<Grades> grades) {
  /// Who has solved what.
  ///
  /// @param file a table, or JSON lines
  record Grades(Grading grading, Path file) {
    /// Whether it can be written is known before a class is played, not after.
    ///
    /// @throws InputFault when it cannot
    void check() throws InputFault {
      try {
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
      } catch (IOException e) {
        throw InputFault.usage(
            "cannot write the grades to " + file + ": " + e.getMessage(), "Choose another file.");
      }
    }
  }

  /// Writes them, and the summary of a job on GitHub where this is one.
  ///
  /// @throws InputFault when one cannot be written
  void write(Logs logs, Report report) throws InputFault {
    try {
      if (junit.isPresent()) {
        try (JUnitFile file = JUnitFile.open(junit.get())) {
          logs.write(report, file);
        }
      }
      if (html.isPresent()) {
        try (ReportPage page = ReportPage.open(html.get())) {
          logs.write(report, page);
        }
      }
      if (grades.isPresent()) {
        grades.get().grading().write(report, grades.get().file());
      }
      JobSummary.add(report, System.getenv());
    } catch (IOException | UncheckedIOException e) {
      throw InputFault.usage(
          "a report is not complete: " + e.getMessage(),
          "The log has everything: make room, and 'duet report LOG' makes the reports again, 'duet"
              + " batch … --resume LOG --grade FILE' the grades.");
    }
  }
}
