package duet.cli;

import duet.explore.Budget;
import duet.explore.Exploration;
import duet.explore.Explorer;
import duet.explore.HostSchedules;
import duet.explore.Judge;
import duet.explore.ScheduleSource.HostLost;
import duet.explore.ScriptSource;
import duet.explore.ShownSchedule;
import duet.explore.Strategies;
import duet.explore.Strategy;
import duet.lane.Jit;
import duet.lane.Lane;
import duet.log.ExplorationWriter;
import duet.log.LineSink;
import duet.log.LogFile;
import duet.program.ProgramContext;
import duet.render.terminal.ExplorationView;
import duet.run.Interruption;
import duet.run.PlayOptions;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.file.UnreadableFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `duet explore`.
@Command(
    name = "explore",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Plays scenarios by many schedules that Duet chooses: who goes on at each step. Shows which"
            + " results are possible, and the shortest schedule that goes wrong.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duet explore mine.java                  up to 1,000 schedules, or 20 s",
      "  duet explore mine.java --strategy bound:2",
      "                                          all where at most 2 threads lose their turn",
      "  duet explore lost_update --lanes java --arg 2",
      "'duet help exploring' explains how it works and what it cannot do."
    })
final class ExploreCommand implements Callable<Integer> {
  private static final int MOST_SCHEDULES = 10_000_000;
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final ProgramContext context;
  private final Caller caller;

  @Parameters(
      arity = "1..*",
      paramLabel = "NAME|PATH",
      description =
          "A scenario or module of the course (see 'duet list'), a file (${bundle:lanes.files}), or"
              + " a folder of such files.")
  private List<String> what = List.of();

  @Mixin private ExploreOptions choices;

  @Option(
      names = "--schedules",
      paramLabel = "N",
      description = "How many schedules to play in each lane at most (default ${DEFAULT-VALUE}).")
  private int schedules = 1_000;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "How long to play in each lane at most (default ${DEFAULT-VALUE}).")
  private double seconds = 20;

  @Option(
      names = "--strategy",
      paramLabel = "HOW",
      description =
          "How to choose schedules: random, pct (random priorities), bound:K (all in which at most"
              + " K threads lose their turn), or mixed (the default).")
  private String strategy = Strategies.MIXED;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another seed chooses other schedules (default ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--json", description = "Prints one JSON object per line instead of the tables.")
  private boolean json;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Saves the results and their schedules to a file, as JSON lines.")
  private @Nullable Path log;

  @Mixin private ScheduleFiles files = new ScheduleFiles();

  @Mixin private ColorOption color = new ColorOption();

  @Spec private CommandSpec spec;

  ExploreCommand(ProgramContext context, Caller caller) {
    this.context = context;
    this.caller = caller;
    choices = new ExploreOptions(context.lanes());
  }

  @Override
  public Integer call() throws InputFault {
    check();
    List<Lane> lanes = choices.lanes();
    List<Scenario> scenarios =
        new NamedScenarios(context, caller, "duet explore")
            .of(what, lanes, false).stream()
                .filter(one -> lanes.stream().anyMatch(lane -> lane.script(one).isPresent()))
                .toList();
    if (scenarios.isEmpty()) {
      throw new InputFault(
          InputFault.Fault.NOTHING_TO_PLAY,
          "no scenario has a script for these lanes",
          "Leave out --lanes, or choose other lanes.");
    }
    int status = logged(scenarios);
    files.write().ifPresent(why -> context.console().error("duet: " + why));
    return status;
  }

  private int logged(List<Scenario> scenarios) throws InputFault {
    if (log == null) {
      return exploreAll(scenarios, Optional.empty());
    }
    LogFile file = LogFile.open(log);
    int status;
    try (file) {
      status = exploreAll(scenarios, Optional.of(file));
    }
    if (file.failure().isPresent()) {
      context.console().error("duet: " + file.failure().get());
      return status == ExitCode.OK ? ExitCode.USAGE : status;
    }
    return status;
  }

  private void check() {
    if (schedules < 1 || schedules > MOST_SCHEDULES) {
      throw new ParameterException(
          spec.commandLine(), "--schedules must be a number from 1 to " + MOST_SCHEDULES);
    }
    if (!(seconds > 0 && seconds <= 1_000_000)) {
      throw new ParameterException(spec.commandLine(), "--seconds must be a number above 0");
    }
    if (Strategies.of(strategy, seed).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--strategy must be mixed, random, pct or bound:K, such as bound:2");
    }
  }

  private int exploreAll(List<Scenario> scenarios, Optional<LogFile> file) throws InputFault {
    int status = ExitCode.OK;
    try (Interruption interruption = caller.interruption()) {
      for (Scenario scenario : scenarios) {
        status = Math.max(status, explore(scenario, choices.options(scenario), file));
        if (Thread.interrupted() || interruption.status() != 0) {
          return Math.max(ExitCode.INTERRUPTED, interruption.status());
        }
      }
    }
    return status;
  }

  private int explore(Scenario scenario, PlayOptions options, Optional<LogFile> file) {
    var screen = context.console().screen(color.choice);
    var view = new ExplorationView(screen);
    if (!json) {
      view.begins(scenario.name(), scenario.title());
    }
    var all = new ArrayList<Exploration>();
    var sources = new ArrayList<List<String>>();
    for (Lane lane : options.lanesOf(scenario)) {
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
      all.add(explore(scenario, lane, options, view, sources));
    }
    if (json) {
      new ExplorationWriter(LineSink.of(screen::line, screen::flush), scenario.name()).write(all);
    } else {
      view.table(all);
      for (int i = 0; i < all.size(); i++) {
        view.findings(all.get(i), sources.get(i), words(scenario));
      }
    }
    file.ifPresent(one -> one.exploration(scenario).write(all));
    var shown = new ArrayList<ShownSchedule>();
    for (int i = 0; i < all.size(); i++) {
      shown.addAll(ShownSchedule.of(all.get(i), sources.get(i), words(scenario)));
    }
    files.add(scenario, all, shown);
    return isGood(all, options.lanesOf(scenario)) ? ExitCode.OK : ExitCode.PLAY_FAILED;
  }

  /// Whether nothing is broken, and each lane that can be explored has shown a result.
  private static boolean isGood(List<Exploration> all, List<Lane> lanes) {
    List<String> able = lanes.stream().filter(Lane::explores).map(Lane::id).toList();
    return !able.isEmpty()
        && all.stream().noneMatch(Exploration::isBroken)
        && all.stream().noneMatch(one -> one.findings().isEmpty() && able.contains(one.lane()));
  }

  /// What the user calls the scenario, in one command for all of its schedules.
  private String words(Scenario scenario) {
    String name =
        what.stream().anyMatch(word -> word.equals(scenario.name()))
            ? scenario.name()
            : String.join(" ", what);
    return name + choices.words();
  }

  private Exploration explore(
      Scenario scenario,
      Lane lane,
      PlayOptions options,
      ExplorationView view,
      List<List<String>> sources) {
    if (!lane.explores()) {
      sources.add(List.of());
      return Exploration.none(
          lane.id(), lane.id() + ": Duet cannot explore the schedules of this lane yet.");
    }
    ScriptSource script;
    try {
      script = ScriptSource.of(scenario, lane, options, choices.switches());
    } catch (UnreadableFile e) {
      sources.add(List.of());
      return Exploration.none(
          lane.id(), e.sentences(lane.script(scenario).orElseThrow().getFileName()));
    }
    sources.add(script.lines());
    if (!json) {
      view.starts(lane.id());
    }
    try (var schedulesOfHost = schedules(script)) {
      schedulesOfHost.open();
      Strategy chosen = Strategies.of(strategy, seed).orElseThrow();
      var budget = new Budget(schedules, Duration.ofNanos(Math.round(seconds * 1e9)));
      return new Explorer(
              schedulesOfHost,
              chosen,
              new Judge(scenario, lane.id(), options.arguments()),
              budget,
              context.clock(),
              (count, time) -> {
                if (!json) {
                  view.progress(lane.id(), count, schedules, time);
                }
              })
          .explore(lane.id(), script.hash());
    } catch (HostLost e) {
      return Exploration.none(lane.id(), String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Exploration.none(lane.id(), lane.id() + ": interrupted.");
    }
  }

  private HostSchedules schedules(ScriptSource script) {
    return new HostSchedules(
        () -> context.hosts().take(script.lane(), Jit.AUTO),
        script.lane(),
        script.order(),
        script.switches(),
        DEADLINE);
  }
}
