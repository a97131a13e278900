package duet.cli;

import duet.batch.Batch;
import duet.batch.Resumption;
import duet.batch.Shard;
import duet.console.Screen;
import duet.course.grade.Grading;
import duet.program.ProgramContext;
import duet.render.terminal.BatchView;
import duet.run.PlayOptions;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.folder.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `duet batch`.
@Command(
    name = "batch",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Plays every scenario in some folders and their subfolders, and reports the results.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duet batch scripts --speed 10            the whole course, ten times as fast",
      "  duet batch homework --html report.html   a class's folder, with an HTML page",
      "  duet batch . --junit duet.xml            for a CI server",
      "  duet batch class --grade grades.csv      who has solved which exercises",
      "  duet batch . --shard 2/5 --log 2.jsonl   part 2 of 5, on one of five machines",
      "  duet report *.jsonl --html all.html      one report for all five parts",
      "  duet batch . --resume 2.jsonl            continues an interrupted batch"
    })
final class BatchCommand implements Callable<Integer> {
  static final int JOBS_AT_MOST = 4;
  private static final int LOGS_KEPT = 10;

  private final ProgramContext context;
  private final Caller caller;

  @Mixin private BatchSelection selection = new BatchSelection();

  @Option(names = "--list", description = "Lists the scenarios of the batch and plays nothing.")
  private boolean listing;

  @Mixin private PlayOptionGroup choices;

  @Mixin private StrictOption strict = new StrictOption();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "Plays N waiting scenarios at the same time (default: one per core, at most 4). A"
              + " scenario that computes always runs alone.")
  private int jobs = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, JOBS_AT_MOST);

  @Option(
      names = "--retry",
      paramLabel = "N",
      description =
          "Plays a scenario again if its result is not as expected, at most N times. If it then"
              + " passes, it counts as flaky.")
  private int retries;

  @ArgGroup private @Nullable FailureChoice failureChoice;

  @Option(
      names = "--outputs",
      description =
          "Compares what a notebook's cells print with the outputs saved in the notebook.")
  private boolean outputs;

  @Option(
      names = {"--log", "--json"},
      paramLabel = "FILE",
      description = "Saves everything as JSON lines, for 'duet report' and --resume.")
  private @Nullable Path log;

  @Option(
      names = "--resume",
      paramLabel = "LOG",
      description =
          "Continues this log: plays only the scenarios that it lacks. If there is no such file,"
              + " starts a new log.")
  private @Nullable Path resume;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Plays part I of N. The paths alone decide which scenarios belong to a part.")
  private @Nullable String shard;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Writes a JUnit XML report for CI servers.")
  private @Nullable Path junit;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Writes the whole report as an HTML page.")
  private @Nullable Path html;

  @Mixin private GradeOptions grades = new GradeOptions();

  @Mixin private ColorOption color = new ColorOption();

  @Spec private CommandSpec spec;

  /// What happens to the rest of the batch after a failure.
  private static final class FailureChoice {
    @Option(names = "--fail-fast", description = "Starts no new scenario after a failure.")
    private boolean failFast;

    @Option(
        names = "--keep-going",
        description = "Plays everything, even after a failure (the default).")
    private boolean keepGoing;

    boolean endsBatch() {
      return failFast && !keepGoing;
    }
  }

  BatchCommand(ProgramContext context, Caller caller) {
    this.context = context;
    choices = new PlayOptionGroup(context);
    this.caller = caller;
  }

  @Override
  public Integer call() throws InputFault {
    check();
    choices.tellLeftOut();
    Optional<Shard> asked = shard == null ? Optional.empty() : Optional.of(Shard.of(shard));
    Optional<Resumption> earlier =
        resume == null ? Optional.empty() : Optional.of(Resumption.of(resume));
    Shard part = earlier.isPresent() ? earlier.get().shard(asked) : asked.orElse(Shard.WHOLE);
    PlayOptions options = choices.options(List.of(), true);
    Optional<Grading> grading =
        grades.grading(context, options.lanes(), selection.folders(), this::notice);
    boolean isStrict = strict.isChosen() || earlier.filter(Resumption::isStrict).isPresent();
    List<Scenario> all = StrictOption.of(playable(options, grading), isStrict);
    Screen screen = context.console().screen(color.choice);
    if (listing) {
      new BatchView(screen, context.clock()).list(BatchPlan.paths(part.own(all)));
      return ExitCode.OK;
    }
    if (earlier.isPresent()) {
      earlier.get().check(all, options);
    }
    var files =
        new ReportFiles(
            Optional.ofNullable(junit), Optional.ofNullable(html), grading.map(grades::table));
    try (var _ = files.claim()) {
      var plan = new BatchPlan(all, isStrict, part, options, rules(), log(), earlier);
      return new BatchRun(context, caller, plan, files, screen).play();
    }
  }

  private void notice(String text) {
    context.console().error("duet: " + text);
  }

  private List<Scenario> playable(PlayOptions options, Optional<Grading> grading)
      throws InputFault {
    List<Scenario> found =
        grading.isPresent()
            ? grading.get().scenarios()
            : selection.scenarios(context.lanes().scripts(), this::notice);
    List<Scenario> playable =
        found.stream()
            .filter(scenario -> !options.lanesOf(scenario).isEmpty())
            .map(scenario -> outputs ? SavedOutputs.expected(scenario, this::notice) : scenario)
            .toList();
    if (playable.isEmpty()) {
      throw new InputFault(
          InputFault.Fault.NOTHING_TO_PLAY,
          found.isEmpty()
              ? "there is nothing to play in " + selection.folders().getFirst()
              : "no scenario has a script for these lanes",
          "Duet plays "
              + context.lanes().scripts().languages().words("and")
              + " files. --include and --exclude may leave some out.");
    }
    return playable;
  }

  private Batch.Rules rules() {
    return new Batch.Rules(jobs, retries, failureChoice != null && failureChoice.endsBatch());
  }

  private Path log() throws InputFault {
    return resume != null ? resume : log != null ? log : defaultLog();
  }

  /// Where Duet saves the batch without `--log`, so that an interrupted batch loses nothing. Duet
  /// keeps the newest of these logs.
  private Path defaultLog() throws InputFault {
    StateFolder state = context.state();
    try {
      return state.newest("batches", ".jsonl", LOGS_KEPT, context.clock());
    } catch (IOException e) {
      Path log = temporaryLog(state);
      notice("cannot save a log in " + state.path() + ", so it is in " + log);
      return log;
    }
  }

  private static Path temporaryLog(StateFolder state) throws InputFault {
    try {
      return Files.createTempFile("duet-", ".jsonl");
    } catch (IOException e) {
      throw InputFault.usage(
          "cannot save a log in " + state.path() + ": " + e, "Choose another place: --log FILE.");
    }
  }

  private void check() throws InputFault {
    choices.check(spec);
    if (jobs < 1 || jobs > 64) {
      throw new ParameterException(spec.commandLine(), "--jobs must be a number from 1 to 64");
    }
    if (retries < 0 || retries > 100) {
      throw new ParameterException(spec.commandLine(), "--retry must be a number from 0 to 100");
    }
    grades.check(spec, shard != null, selection);
    if (resume != null && log != null) {
      throw new ParameterException(
          spec.commandLine(), "--resume continues its own log; leave out --log");
    }
  }
}
