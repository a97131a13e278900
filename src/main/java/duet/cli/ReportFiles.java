package duet.cli;

import duet.compare.BatchReport;
import duet.course.grade.Grading;
import duet.log.BatchLogs;
import duet.log.FileClaim;
import duet.program.ProgramContext;
import duet.render.file.JUnitFile;
import duet.render.file.JobSummary;
import duet.render.html.ReportPage;
import duet.scenario.InputFault;
import duet.scenario.file.WholeFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The files that a report is written to besides the screen.
///
/// @param junit for CI servers
/// @param html for people
/// @param grades for teachers
record ReportFiles(Optional<Path> junit, Optional<Path> html, Optional<Grades> grades) {
  /// The table of who has solved which exercises.
  ///
  /// @param file a CSV file, or a file of JSON lines
  record Grades(Grading grading, Path file) {}

  /// Writes one file.
  private interface FileWriter {
    void write() throws IOException, InputFault;
  }

  /// The files while the batch plays: they can be written after it, and no other Duet writes them.
  static final class Claims implements Closeable {
    private final List<FileClaim> claims = new ArrayList<>();

    private void add(Path file) throws InputFault {
      try {
        claims.add(FileClaim.of(file));
      } catch (IOException e) {
        throw InputFault.usage(
            "cannot write to " + file,
            "Duet has played nothing. Check that the folder exists and that you can write to it.");
      }
    }

    /// Gives them free, and leaves no empty file.
    @Override
    public void close() {
      for (FileClaim claim : claims) {
        try (claim) {
          claim.deleteUnused();
        } catch (IOException e) {
          // what was written is there
        }
      }
    }
  }

  /// Claims the files before the batch plays.
  ///
  /// @throws InputFault when one of them cannot be written, or another Duet writes it
  Claims claim() throws InputFault {
    var claims = new Claims();
    try {
      for (Path file :
          Stream.of(junit, html, grades.map(Grades::file)).flatMap(Optional::stream).toList()) {
        claims.add(file);
      }
    } catch (InputFault fault) {
      claims.close();
      throw fault;
    }
    return claims;
  }

  /// Writes every file, even if another one fails, and the job summary if this is a job on GitHub.
  ///
  /// @param context tells whether this is a job on GitHub, and shows an error if the summary cannot
  ///   be written, which is no failure of the report
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
    unseen.forEach(why -> context.console().error("duet: cannot write the job summary: " + why));
    if (!failures.isEmpty()) {
      throw InputFault.usage(
          "a report is not complete: " + String.join("; ", failures),
          "The log is complete. Free some disk space; then 'duet report LOG' writes the reports"
              + " again, and 'duet batch … --resume LOG --grade FILE' the grades.");
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
    WholeFile.<InputFault>replace(
        path,
        half -> {
          try (JUnitFile file = JUnitFile.open(half)) {
            logs.write(report, file);
          }
        });
  }

  private static void html(BatchLogs logs, BatchReport report, Path path)
      throws IOException, InputFault {
    WholeFile.<InputFault>replace(
        path,
        half -> {
          try (ReportPage page = ReportPage.open(half)) {
            logs.write(report, page);
          }
        });
  }
}
