package duet.cli;

import duet.batch.Batch;
import duet.batch.BatchListener;
import duet.compare.ScenarioResult;
import duet.console.Screen;
import duet.console.Theme;
import duet.course.Course;
import duet.course.check.CourseCheck;
import duet.course.check.Problem;
import duet.lane.process.Hosts;
import duet.program.ProgramContext;
import duet.render.terminal.ProgressBar;
import duet.run.Interruption;
import duet.scenario.InputFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `duet check`.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Checks a course: reads its lessons and plays everything in it.",
    footerHeading = "%n",
    footer = {
      "Every scenario must exist, be in its lesson and meet its expectations. Every exercise",
      "must fail at first and pass with its solution. Every link, piece of code, question,",
      "translation and measured figure must be right.",
      "",
      "Examples:",
      "  duet check mycourse             at the course's own speed",
      "  duet check scripts --speed 10   ten times as fast"
    })
final class CheckCommand implements Callable<Integer> {
  private final ProgramContext context;
  private final Caller caller;

  @Parameters(paramLabel = "FOLDER", description = "A course, or one module of it.")
  private Path folder = Path.of("");

  @Option(
      names = "--retry",
      paramLabel = "N",
      description = "Plays a scenario again if its result is not as expected, at most N times.")
  private int retries;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Saves every play as JSON lines, for 'duet report'.")
  private @Nullable Path log;

  @Mixin private PlayOptionGroup choices;

  @Mixin private ColorOption color = new ColorOption();

  @Spec private CommandSpec spec;

  CheckCommand(ProgramContext context, Caller caller) {
    this.context = context;
    choices = new PlayOptionGroup(context);
    this.caller = caller;
  }

  @Override
  public Integer call() throws InputFault, IOException {
    choices.check(spec);
    choices.tellLeftOut();
    if (retries < 0 || retries > 100) {
      throw new ParameterException(spec.commandLine(), "--retry must be a number from 0 to 100");
    }
    Screen screen = context.console().screen(color.choice);
    Path scratch = Files.createTempDirectory("duet-check");
    try {
      Optional<CourseCheck> check = read(scratch, screen);
      return check.isEmpty() ? ExitCode.PLAY_FAILED : play(check.get(), scratch, screen);
    } finally {
      delete(scratch);
    }
  }

  /// Reads the course. Where a lesson's declarations are wrong, it shows the error and returns
  /// nothing.
  private Optional<CourseCheck> read(Path scratch, Screen screen) throws InputFault {
    try {
      var check =
          new CourseCheck(
              Course.of(
                  context.lanes().scripts(),
                  folder,
                  notice -> context.console().error("duet: " + notice)),
              context.lanes(),
              scratch);
      check.read();
      if (!choices.hasLanes()) {
        check.playAsLessonsDo(context.home());
      }
      return Optional.of(check);
    } catch (InputFault fault) {
      if (fault.fault() == InputFault.Fault.NOTHING_TO_PLAY || !Files.isDirectory(folder)) {
        throw fault;
      }
      screen.line(screen.theme().paint(Theme.Role.BAD, "✗ ") + fault.getMessage());
      screen.line("Fix this and check again. Duet has checked nothing else.");
      screen.flush();
      return Optional.empty();
    }
  }

  private int play(CourseCheck check, Path scratch, Screen screen) throws InputFault {
    var progress = new ProgressBar(screen, context.clock());
    progress.begins(check.toPass().size() + check.toFail().size(), 0);
    int jobs = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, BatchCommand.JOBS_AT_MOST);
    boolean whole;
    int signal;
    try (Interruption interruption = caller.interruption();
        Hosts.Lease hosts = context.hosts().lasting()) {
      whole =
          check.play(
              hosts.hosts(),
              choices.options(List.of(), true),
              new Batch.Rules(jobs, retries, false),
              log == null ? scratch.resolve("log.jsonl") : log,
              new CheckProgress(progress));
      signal = interruption.status();
    }
    var _ = Thread.interrupted();
    progress.clear();
    if (!whole) {
      context.console().error("duet: interrupted before everything was checked");
      return signal == 0 ? ExitCode.INTERRUPTED : signal;
    }
    return report(check, screen);
  }

  private static int report(CourseCheck check, Screen screen) {
    List<Problem> problems = check.problems();
    problems.forEach(
        problem -> screen.line(screen.theme().paint(Theme.Role.BAD, "✗ ") + problem.text()));
    check.undecided().forEach(open -> screen.line("? " + open));
    if (!check.unplayed().isEmpty()) {
      screen.line(
          "Not checked: what scenarios declare of "
              + String.join(", ", check.unplayed())
              + " where these did not play; --lanes chooses lanes");
    }
    Theme.Role role = problems.isEmpty() ? Theme.Role.GOOD : Theme.Role.BAD;
    String verdict =
        problems.isEmpty()
            ? "no problems"
            : problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    int open = check.undecided().size();
    String whole = check.summary() + ": " + verdict + (open == 0 ? "" : ", " + open + " undecided");
    screen.line(screen.theme().paint(role, whole));
    screen.flush();
    return problems.isEmpty() ? ExitCode.OK : ExitCode.PLAY_FAILED;
  }

  /// Leaves files that it cannot delete to the system's cleaning of temporary folders.
  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                var _ = file.toFile().delete();
              });
    } catch (IOException | UncheckedIOException e) {
      // The system deletes it later.
    }
  }

  /// Passes the batch's events on to the progress bar.
  private record CheckProgress(ProgressBar progress) implements BatchListener {
    @Override
    public void begins(String path) {
      progress.begins(path);
    }

    @Override
    public void finished(ScenarioResult result) {
      progress.finished(result.path());
    }

    @Override
    public void tick() {
      progress.show();
    }
  }
}
