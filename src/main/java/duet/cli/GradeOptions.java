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

/// `--grade` and `--course`: a batch of a class's exercises, and the table of who has solved them.
final class GradeOptions {
  @Option(
      names = "--grade",
      paramLabel = "FILE",
      description =
          "FOLDER is a class: a folder for each learner, with their versions of the course's"
              + " exercises. Writes a row for each learner and exercise, CSV or .json.")
  private @Nullable Path grade;

  @Option(
      names = "--course",
      paramLabel = "FOLDER",
      description = "The course whose exercises they are (default: Duet's own).")
  private @Nullable Path course;

  /// Whether there is to be a table.
  boolean areWanted() {
    return grade != null;
  }

  /// The exercises of a class, where a table is wanted.
  ///
  /// @param played the lanes that play, of which the table tells besides the usual ones
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

  /// The table that is written.
  ReportFiles.Grades table(Grading grading) {
    return new ReportFiles.Grades(grading, Objects.requireNonNull(grade));
  }

  /// Refuses what does not go with a table.
  ///
  /// @param isPart whether only a part of the scenarios is played here
  void check(CommandSpec spec, boolean isPart, BatchSelection selection) {
    if (course != null && grade == null) {
      throw new ParameterException(spec.commandLine(), "--course is for --grade");
    }
    if (grade != null && isPart) {
      throw new ParameterException(
          spec.commandLine(), "--grade makes one table of a whole class; leave --shard out");
    }
    if (grade != null && !selection.isEverything()) {
      throw new ParameterException(
          spec.commandLine(),
          "--grade finds exercises by their names; leave --include and --exclude out");
    }
  }
}
