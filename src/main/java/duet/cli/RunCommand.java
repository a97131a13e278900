package duet.cli;

import duet.compare.Judgement;
import duet.console.Screen;
import duet.lane.process.Hosts;
import duet.log.LineSink;
import duet.log.LogFile;
import duet.log.PlayWriter;
import duet.log.SeriesWriter;
import duet.options.SeriesOptions;
import duet.program.ProgramContext;
import duet.render.terminal.LiveView;
import duet.render.terminal.SeriesView;
import duet.repl.OptionCheck;
import duet.run.Interruption;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.PlayListeners;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.ScriptNeeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `duet run`.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Plays scenarios and shows the logs of their lanes.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duet run thread_function             a scenario of the course",
      "  duet run 01-threads --speed 10       a whole module, ten times as fast",
      "  duet run mine.py Mine.java           your own pair: the same stem, so one scenario",
      "  duet run homework/                   every pair in a folder",
      "  duet run lock --json | jq .text      every event as a JSON object",
      "  duet run hang.py --timeout 5s        at most five seconds",
      "  duet run ask.py --stdin answers.txt  a script that reads its standard input",
      "  duet run cpu_bound --sweep 1,2,4     is it faster with more threads?",
      "  duet run lost_update --repeat 20     which results occur, and how often"
    })
final class RunCommand implements Callable<Integer>, OptionCheck {
  private final ProgramContext context;
  private final Caller caller;
  private final Hosts hosts;

  @Parameters(
      arity = "1..*",
      paramLabel = "NAME|PATH",
      description =
          "A scenario or module of the course (see 'duet list'), a file (${bundle:lanes.files}), or"
              + " a folder of such files. Two files with the same stem form one scenario, and so do"
              + " two files in two languages that are named alone.")
  private List<String> what = List.of();

  @Mixin private PlayOptionGroup choices;

  @Mixin private StrictOption strict = new StrictOption();

  @Option(names = "--json", description = "Prints one JSON object per line instead of the logs.")
  private boolean json;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Saves every event to a file as it happens, as JSON lines.")
  private @Nullable Path log;

  @Mixin private SeriesOptions series = new SeriesOptions();

  @Option(
      names = "--arg",
      paramLabel = "VALUE",
      description = "An argument for the scripts, as on their own command line; repeatable.")
  private List<String> arguments = List.of();

  @Mixin private ViewOptions look = new ViewOptions();

  @Mixin private FileOptions files = new FileOptions();

  @Spec private CommandSpec spec;

  RunCommand(ProgramContext context, Caller caller) {
    this.context = context;
    choices = new PlayOptionGroup(context.lanes());
    this.caller = caller;
    hosts = context.hosts();
  }

  @Override
  public Integer call() throws InputFault, IOException {
    check();
    PlayOptions options = choices.options(arguments, look.takesStates());
    List<Scenario> scenarios = playable(scenarios(options), options);
    series.check(scenarios);
    if (!options.sandbox()) {
      options.lanesOf(scenarios.getFirst()).forEach(lane -> hosts.prepare(lane, options.jit()));
    }
    List<Scenario> judged = StrictOption.of(scenarios, strict.isChosen());
    try (Interruption interruption = caller.interruption()) {
      int status =
          log == null ? play(judged, options, Optional.empty()) : playLogged(log, judged, options);
      return interruption.status() == 0 ? status : interruption.status();
    }
  }

  private int playLogged(Path path, List<Scenario> scenarios, PlayOptions options)
      throws InputFault {
    LogFile file = LogFile.open(path);
    int status;
    try (file) {
      status = play(scenarios, options, Optional.of(file));
    }
    if (file.failure().isPresent()) {
      context.console().error("duet: " + file.failure().get());
      return status == ExitCode.OK ? ExitCode.USAGE : status;
    }
    return status;
  }

  private int play(List<Scenario> scenarios, PlayOptions options, Optional<LogFile> file)
      throws InputFault {
    if (series.areWanted()) {
      return playSeries(scenarios, options, file);
    }
    return files.writing(written -> playEach(scenarios, options, file.map(LogFile::view), written));
  }

  private int playSeries(List<Scenario> scenarios, PlayOptions options, Optional<LogFile> file) {
    int status = ExitCode.OK;
    for (Scenario scenario : scenarios) {
      Screen screen = look.screen(context.console());
      var savers = new ArrayList<SeriesWriter>();
      file.ifPresent(log -> savers.add(log.series(scenario)));
      if (json) {
        savers.add(
            new SeriesWriter(
                LineSink.of(screen::line, screen::flush), scenario.name(), scenario.title()));
      }
      Optional<SeriesView> view = json ? Optional.empty() : Optional.of(new SeriesView(screen));
      var run = new SeriesRun(new Player(hosts), context.clock(), scenario, options, view, savers);
      int one =
          series.sweep().isEmpty()
              ? run.repeat(series.times(), series.by())
              : run.sweep(series.sweep(), series.times());
      if (one == ExitCode.INTERRUPTED) {
        return one;
      }
      status = Math.max(status, one);
    }
    return status;
  }

  private int playEach(
      List<Scenario> scenarios,
      PlayOptions options,
      Optional<PlayWriter> saver,
      List<PlayListener> written) {
    var player = new Player(hosts);
    boolean good = true;
    for (int i = 0; i < scenarios.size(); i++) {
      Screen screen = look.screen(context.console());
      if (i > 0 && !json) {
        screen.line("");
      }
      PlayListener view =
          json ? new PlayWriter(LineSink.of(screen::line, screen::flush)) : view(screen);
      var listeners = new ArrayList<PlayListener>();
      saver.ifPresent(listeners::add);
      listeners.add(view);
      listeners.add(caller.recorder().get());
      listeners.addAll(written); // last, because these may fail
      Play play = player.play(scenarios.get(i), options, new PlayListeners(listeners));
      if (play.isInterrupted()) {
        return ExitCode.INTERRUPTED;
      }
      good &= Judgement.of(play).asExpected();
    }
    return good ? ExitCode.OK : ExitCode.PLAY_FAILED;
  }

  private PlayListener view(Screen screen) {
    boolean sideBySide = LiveView.fitsSideBySide(screen.width());
    return new LiveView(screen, context.clock(), sideBySide, look.timeline(screen));
  }

  private List<Scenario> scenarios(PlayOptions options) throws InputFault {
    return new NamedScenarios(context, caller, "duet run")
        .of(what, options.lanes(), options.sandbox());
  }

  private static List<Scenario> playable(List<Scenario> scenarios, PlayOptions options)
      throws InputFault {
    List<Scenario> playable =
        scenarios.stream().filter(scenario -> !options.lanesOf(scenario).isEmpty()).toList();
    if (playable.isEmpty()) {
      throw new InputFault(
          InputFault.Fault.NOTHING_TO_PLAY,
          "no scenario has a script for these lanes",
          "Leave out --lanes, or choose other lanes.");
    }
    return playable;
  }

  @Override
  public ScriptNeeds needs() throws InputFault {
    return choices.needs();
  }

  /// Refuses impossible values of options.
  @Override
  public void check() throws InputFault {
    choices.check(spec, context.home());
    series.check(spec, arguments);
    look.check(spec);
    files.check(spec, series.areWanted());
  }
}
