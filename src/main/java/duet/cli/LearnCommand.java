package duet.cli;

import duet.course.Course;
import duet.course.exercise.Assignment;
import duet.course.exercise.Practice;
import duet.course.learner.CourseContext;
import duet.course.learner.CourseMessages;
import duet.course.learner.Progress;
import duet.course.reading.Contents;
import duet.course.reading.Reading;
import duet.program.ProgramContext;
import duet.scenario.Exercise;
import duet.scenario.InputFault;
import duet.scenario.folder.StateFolder;
import duet.scenario.found.ModuleFolder;
import duet.scenario.found.PrivateCopies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `duet learn`.
@Command(
    name = "learn",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Opens a lesson or an exercise; without a name, lists what there is to learn.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duet learn                    the contents, and your progress",
      "  duet learn 01                 a lesson: read, predict, watch it play",
      "  duet learn overlap            an exercise, with its own prompt",
      "  duet learn overlap --watch    checks your version every time you save it",
      "  duet learn 01 --lang zh       in Chinese",
      "  duet learn ../mine            another course, or one module of it"
    })
final class LearnCommand implements Callable<Integer> {
  private static final String PROGRESS = "progress.jsonl";

  private final ProgramContext context;
  private final Caller caller;

  @Parameters(
      arity = "0..1",
      paramLabel = "MODULE|EXERCISE|FOLDER",
      description =
          "A module (its number is enough: 01), an exercise, or the folder of another course.")
  private @Nullable String what;

  @Option(
      names = "--course",
      paramLabel = "FOLDER",
      description = "The course with the module or exercise (default: Duet's own).")
  private @Nullable Path folder;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      description = "en or zh (default: the language of your locale, if there are lessons in it).")
  private String language = "";

  @Option(names = "--restart", description = "Starts a lesson again from the beginning.")
  private boolean restart;

  @ArgGroup private @Nullable ExerciseAction action;

  @Option(
      names = "--merge",
      paramLabel = "FILE",
      description = "Adds your progress on another machine, from that machine's progress.jsonl.")
  private @Nullable Path merge;

  @Mixin private PlayOptionGroup choices;

  @Mixin private ColorOption color = new ColorOption();

  @Spec private CommandSpec spec;

  /// What to do with an exercise without its prompt.
  private static final class ExerciseAction {
    @Option(names = "--check", description = "Checks your version of an exercise once.")
    private boolean check;

    @Option(names = "--watch", description = "Checks your version every time you save it.")
    private boolean watch;

    @Option(names = "--hint", description = "Shows the next hint.")
    private boolean hint;

    @Option(names = "--solution", description = "Shows a solution.")
    private boolean solution;

    @Option(
        names = "--reset",
        description = "Starts the exercise again; Duet keeps your version in another file.")
    private boolean reset;
  }

  LearnCommand(ProgramContext context, Caller caller) {
    this.context = context;
    choices = new PlayOptionGroup(context);
    this.caller = caller;
  }

  @Override
  public Integer call() throws InputFault, IOException, InterruptedException {
    choices.check(spec);
    choices.tellLeftOut();
    StateFolder state = context.state();
    Progress progress = Progress.of(file(state));
    if (merge != null) {
      int fresh = progress.merge(merge);
      context.console().print(fresh + (fresh == 1 ? " step is new." : " steps are new."));
      return ExitCode.OK;
    }
    Course course = course();
    if (action != null && what == null) {
      throw new ParameterException(
          spec.commandLine(), "name the exercise, for example 'duet learn overlap --check'");
    }
    boolean isOurs = course.home().equals(context.home().scripts().toRealPath());
    String id = isOurs ? "" : course.id();
    var stage =
        new TerminalLessonPlayer(
            context,
            caller,
            choices.options(List.of(), true),
            color.choice,
            isOurs ? caller.chosen() : UnaryOperator.identity());
    var courseContext =
        new CourseContext(
            context,
            color.choice,
            stage,
            progress.in(id),
            new PrivateCopies(state, id, context.lanes().scripts().languages()),
            CourseMessages.of(language, context.environment()),
            isOurs ? "duet learn" : "duet learn --course " + quoted(course.root().toString()));
    int status = learn(courseContext, course);
    boolean isEnded = stage.isToEnd() || (action != null && stage.status() != 0);
    return isEnded ? stage.status() : status;
  }

  /// Creates the progress file before the lesson starts, while the learner has nothing to lose.
  /// Without a terminal, a learner who only reads needs no file.
  private Path file(StateFolder state) throws InputFault {
    try {
      return state.file(PROGRESS);
    } catch (IOException e) {
      String problem = "cannot save your progress in " + state.path() + ": " + e.getMessage();
      if (!context.console().isInteractive() && action == null && merge == null) {
        notice(problem);
        return state.path().resolve(PROGRESS);
      }
      throw InputFault.usage(problem, "Set XDG_STATE_HOME to a folder that you can write to.");
    }
  }

  private Course course() throws InputFault {
    if (folder != null) {
      return courseIn(folder);
    }
    if (what == null) {
      return at(context.home().scripts());
    }
    boolean isFolder = Files.isDirectory(Path.of(what));
    if (isFolder && (what.contains("/") || what.matches("\\.+"))) {
      return courseIn(folderNamed(what));
    }
    Course ours = at(context.home().scripts());
    boolean isName = ours.module(what).isPresent() || ours.exercise(what).isPresent();
    return isFolder && !isName ? courseIn(folderNamed(what)) : ours;
  }

  private Path folderNamed(String name) {
    what = null;
    return Path.of(name);
  }

  /// Another course; if it has only one module, that module. The checkout's folder means Duet's own
  /// course.
  private Course courseIn(Path root) throws InputFault {
    boolean isCheckout = root.toAbsolutePath().normalize().equals(context.home().root());
    Course course = at(isCheckout ? context.home().scripts() : root);
    if (what == null && course.modules().size() == 1) {
      what = course.modules().getFirst().name();
    }
    return course;
  }

  private Course at(Path root) throws InputFault {
    return Course.of(context.lanes().scripts(), root, this::notice);
  }

  private void notice(String text) {
    context.console().error("duet: " + text);
  }

  private int learn(CourseContext courseContext, Course course)
      throws InputFault, IOException, InterruptedException {
    if (what == null) {
      new Contents(courseContext, course).show();
      return ExitCode.OK;
    }
    Optional<ModuleFolder> module = course.module(what);
    Optional<Exercise> exercise = course.exercise(what);
    if (module.isPresent() && action == null) {
      Reading.of(courseContext, course, module.get()).read(restart);
      return ExitCode.OK;
    }
    if (exercise.isEmpty() && module.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), what + " is a module; name one of its exercises");
    }
    if (exercise.isEmpty()) {
      throw course.unknown(what, courseContext.learn());
    }
    ModuleFolder home =
        course.modules().stream()
            .filter(m -> m.exercises().contains(exercise.get()))
            .findFirst()
            .orElseThrow();
    boolean atPrompt = action == null && context.console().isInteractive();
    return practise(
        new Assignment(
            courseContext,
            exercise.get(),
            course.nameOf(exercise.get()),
            courseContext.translation(home),
            atPrompt));
  }

  private int practise(Assignment assignment) throws InputFault, IOException, InterruptedException {
    var practice = new Practice(assignment);
    boolean good = true;
    if (assignment.atPrompt()) {
      practice.work();
    } else if (action == null) {
      practice.task();
    } else if (action.check) {
      good = practice.check();
    } else if (action.watch) {
      good = practice.watch();
    } else if (action.hint) {
      practice.hint();
    } else if (action.solution) {
      practice.solution();
    } else if (action.reset) {
      practice.reset();
    }
    return good ? ExitCode.OK : ExitCode.PLAY_FAILED;
  }

  /// Quotes a word for the shell, if it needs quotes.
  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
