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
    description = "Plays every scenario below some folders and reports what came of them.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duet batch scripts --speed 10            the whole course, ten times as fast",
      "  duet batch homework --html report.html   a class's folder, as a page",
      "  duet batch . --junit duet.xml            for a CI server",
      "  duet batch class --grade grades.csv      who has solved which exercises",
      "  duet batch . --shard 2/5 --log 2.jsonl   the second fifth, on one of five machines",
      "  duet report *.jsonl --html all.html      one report of all five",
      "  duet batch . --resume 2.jsonl            goes on where it was broken off"
    })
final class BatchCommand implements Callable<Integer> {
  static final int JOBS_AT_MOST = 4;
  private static final int LOGS_KEPT = 10;

  private final ProgramContext context;
  private final Caller caller;

  @Mixin private BatchSelection selection = new BatchSelection();

  @Option(names = "--list", description = "Names what would be played, and plays nothing.")
  private boolean listing;

  @Mixin private PlayOptionGroup choices;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "How many scenarios that wait are played at the same time (default: one for each core, at"
              + " most 4). One that computes always has the machine to itself.")
  private int jobs = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, JOBS_AT_MOST);

  @Option(
      names = "--retry",
      paramLabel = "N",
      description = "Tries again what does not go as expected, N times at most; a pass is flaky.")
  private int retries;

  @ArgGroup private @Nullable AtFailure atFailure;

  @Option(
      names = "--outputs",
      description = "Holds what a notebook's cells print against the outputs saved in it.")
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
          "Plays only what this log lacks, and goes on writing it; a new one where there is none"
              + " yet.")
  private @Nullable Path resume;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Plays one part of N; which scenarios those are depends on their paths alone.")
  private @Nullable String shard;

  @Option(names = "--junit", paramLabel = "FILE", description = "Writes a report for CI servers.")
  private @Nullable Path junit;

  @Option(names = "--html", paramLabel = "FILE", description = "Writes a page with everything.")
  private @Nullable Path html;

  @Mixin private GradeOptions grades = new GradeOptions();

  @Mixin private ColorOption color = new ColorOption();

  @Spec private CommandSpec spec;

  /// What a failure does to the rest.
  private static final class AtFailure {
    @Option(names = "--fail-fast", description = "Begins nothing more after a failure.")
    private boolean failFast;

    @Option(names = "--keep-going", description = "Plays everything in any case (the default).")
    private boolean keepGoing;

    boolean isEnd() {
      return failFast && !keepGoing;
    }
  }

  BatchCommand(ProgramContext context, Caller caller) {
    this.context = context;
    choices = new PlayOptionGroup(context.lanes());
    this.caller = caller;
  }

  @Override
  public Integer call() throws InputFault {
    check();
    Optional<Shard> asked = shard == null ? Optional.empty() : Optional.of(Shard.of(shard));
    Optional<Resumption> earlier =
        resume == null ? Optional.empty() : Optional.of(Resumption.of(resume));
    Shard part = earlier.isPresent() ? earlier.get().shard(asked) : asked.orElse(Shard.WHOLE);
    PlayOptions options = choices.options(List.of(), true);
    Optional<Grading> grading =
        grades.grading(context, options.lanes(), selection.folders(), this::notice);
    List<Scenario> all = playable(options, grading);
    Screen screen = context.console().screen(color.choice);
    if (listing) {
      new BatchView(screen, context.clock()).list(BatchPlan.paths(part.own(all)));
      return ExitCode.OK;
    }
    if (earlier.isPresent()) {
      earlier.get().check(all, options);
    }
    ReportFiles files = files(grading);
    var plan = new BatchPlan(all, part, options, rules(), log(), earlier);
    return new BatchRun(context, caller, plan, files, screen).play();
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
              ? "there is nothing to play below " + selection.folders().getFirst()
              : "there is no script for the lanes that were asked for",
          "Duet plays "
              + context.lanes().scripts().languages().words("and")
              + " files; --include and --exclude leave some out.");
    }
    return playable;
  }

  /// The reports, which can be written.
  private ReportFiles files(Optional<Grading> grading) throws InputFault {
    var files =
        new ReportFiles(
            Optional.ofNullable(junit), Optional.ofNullable(html), grading.map(grades::table));
    files.check();
    return files;
  }

  private Batch.Rules rules() {
    return new Batch.Rules(jobs, retries, atFailure != null && atFailure.isEnd());
  }

  private Path log() throws InputFault {
    return resume != null ? resume : log != null ? log : logOfOwn();
  }

  /// A log that nobody asked for is kept for a while: nothing is lost when a batch is broken off.
  private Path logOfOwn() throws InputFault {
    StateFolder state = context.state();
    try {
      return state.newest("batches", ".jsonl", LOGS_KEPT, context.clock());
    } catch (IOException e) {
      throw InputFault.usage(
          "cannot keep a log in " + state.path() + ": " + e, "Say where it is to be: --log FILE.");
    }
  }

  private void check() throws InputFault {
    choices.check(spec, context.home());
    if (jobs < 1 || jobs > 64) {
      throw new ParameterException(spec.commandLine(), "--jobs is a number from 1 to 64");
    }
    if (retries < 0 || retries > 100) {
      throw new ParameterException(spec.commandLine(), "--retry is a number from 0 to 100");
    }
    grades.check(spec, shard != null, selection);
    if (resume != null && log != null) {
      throw new ParameterException(
          spec.commandLine(), "--resume goes on writing its own log; leave --log out");
    }
  }
}
