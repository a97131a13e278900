package duet.cli;

import duet.course.Course;
import duet.course.grade.Grading;
import duet.lane.Lane;
import duet.program.ProgramContext;
import duet.scenario.InputFault;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `--grade` and `--course`: a batch plays a class's exercises and writes who has solved them.
final class GradeOptions {
  @Option(
      names = "--grade",
      paramLabel = "FILE",
      description =
          "FOLDER is a class: one folder for each learner, with that learner's versions of the"
              + " course's exercises. Writes a row for each learner and exercise, as CSV or, if"
              + " FILE ends in .json, as JSON lines.")
  private @Nullable Path grade;

  @Option(
      names = "--course",
      paramLabel = "FOLDER",
      description = "The course that the exercises belong to (default: Duet's own).")
  private @Nullable Path course;

  /// Whether the user has asked for a table.
  boolean areWanted() {
    return grade != null;
  }

  /// The exercises of a class, if the user has asked for a table.
  ///
  /// @param played the lanes that play; the table has them besides the usual lanes
  /// @throws InputFault when the course or the class cannot be read
  Optional<Grading> grading(
      ProgramContext context, List<Lane> played, List<Path> folders, Consumer<String> notice)
      throws InputFault {
    if (grade == null) {
      return Optional.empty();
    }
    Path root = course == null ? context.home().scripts() : course;
    Course graded = Course.of(context.lanes().scripts(), root, notice);
    List<Lane> lanes =
        Stream.concat(context.lanes().usual().stream(), played.stream()).distinct().toList();
    return Optional.of(Grading.of(graded, lanes, folders, notice));
  }

  /// The table and its file.
  ReportFiles.Grades table(Grading grading) {
    return new ReportFiles.Grades(grading, Objects.requireNonNull(grade));
  }

  /// Refuses options that cannot be combined with a table.
  ///
  /// @param isPart whether this batch plays only a part of the scenarios
  void check(CommandSpec spec, boolean isPart, BatchSelection selection) {
    if (course != null && grade == null) {
      throw new ParameterException(spec.commandLine(), "--course needs --grade");
    }
    if (grade != null && isPart) {
      throw new ParameterException(
          spec.commandLine(), "--grade makes one table for a whole class; leave out --shard");
    }
    if (grade != null && !selection.isEverything()) {
      throw new ParameterException(
          spec.commandLine(),
          "--grade finds exercises by their names; leave out --include and --exclude");
    }
  }
}
