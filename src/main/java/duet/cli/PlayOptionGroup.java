package duet.cli;

import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.LaneObstacle;
import duet.lane.sandbox.SandboxCheck;
import duet.options.LaneChoice;
import duet.options.LaneOptions;
import duet.program.ProgramContext;
import duet.run.PlayOptions;
import duet.scenario.InputFault;
import duet.scenario.ScriptNeeds;
import duet.scenario.folder.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// How a command plays scenarios: the options that lessons have too, and the limits that only the
/// user sets.
final class PlayOptionGroup {
  private static final int MOST_LINES = 10_000_000;

  @Mixin private final LaneOptions lanes;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = Durations.class,
      description = "How long a script may run, such as 30s, 1.5m or 500ms (default 60s).")
  private Duration timeout = Duration.ofSeconds(60);

  @Option(
      names = "--jit",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Whether Python is compiled to machine code while it runs: auto (where possible), on or"
              + " off (interpreted).")
  private Jit jit = Jit.AUTO;

  @Option(
      names = "--python",
      paramLabel = "PATH",
      description = "The Python that the lane cpython plays on, such as venv/bin/python3.")
  private @Nullable Path python;

  @Option(
      names = "--sandbox",
      description =
          "For scripts that you do not trust: they can change no files, start no programs, use no"
              + " network and read no files but their own. Needs Linux and bubblewrap.")
  private boolean sandbox;

  @Option(
      names = "--max-lines",
      paramLabel = "N",
      description =
          "How many lines Duet keeps for each lane (default ${DEFAULT-VALUE}). If a script prints"
              + " more, Duet keeps the first and the last lines.")
  private int maxLines = PlayOptions.MAX_LINES;

  @Mixin private NeedsOptions needs = new NeedsOptions();

  private final ProgramContext context;

  PlayOptionGroup(ProgramContext context) {
    this.context = context;
    lanes = new LaneOptions(context.lanes());
  }

  /// The options that the user has chosen.
  ///
  /// @param arguments the command line arguments of the scripts
  /// @param states whether to observe what the threads do
  PlayOptions options(List<String> arguments, boolean states) throws InputFault {
    return PlayOptions.on(chosen())
        .tempo(lanes.tempo())
        .speed(lanes.speed().orElse(1))
        .jit(jit)
        .timeout(timeout)
        .sandbox(sandbox)
        .maxLines(maxLines)
        .needs(needs())
        .arguments(arguments)
        .states(states)
        .build();
  }

  /// What the user says that scripts need.
  ScriptNeeds needs() throws InputFault {
    return needs.chosen();
  }

  /// Refuses impossible values, and a sandbox that this machine cannot enforce.
  void check(CommandSpec spec) throws InputFault {
    Home home = context.home();
    lanes.check(spec);
    Optional<LaneChoice> choice = choice();
    if (choice.isPresent()) {
      choice.get().check();
    }
    checkPython(spec);
    for (Lane lane : chosen()) {
      Optional<LaneObstacle> obstacle = lane.obstacle(home, jit);
      if (obstacle.isPresent()) {
        throw InputFault.usage(obstacle.get().problem(), obstacle.get().remedy());
      }
    }
    if (maxLines < 10 || maxLines > MOST_LINES) {
      throw new ParameterException(
          spec.commandLine(), "--max-lines must be a number from 10 to " + MOST_LINES);
    }
    if (sandbox) {
      checkSandbox(home);
    }
  }

  /// What `set` has chosen is only for the lanes that it fits.
  private void checkPython(CommandSpec spec) throws InputFault {
    ParseResult typed = spec.commandLine().getParseResult();
    Path program = python;
    if (program == null || typed == null || !typed.hasMatchedOption("--python")) {
      return;
    }
    List<Lane> asked = lanes.lanes().map(LaneChoice::lanes).orElse(context.lanes().usual());
    if (asked.stream().allMatch(lane -> lane.on(program).isEmpty())) {
      throw InputFault.usage(
          "no lane plays on " + python, "Choose the lane for it: --lanes cpython.");
    }
  }

  /// Says which lanes are left out, since they are not installed.
  void tellLeftOut() throws InputFault {
    choice()
        .flatMap(LaneChoice::notice)
        .ifPresent(notice -> context.console().error("duet: " + notice));
  }

  /// Whether the user has chosen the lanes.
  boolean hasLanes() throws InputFault {
    return lanes.lanes().isPresent();
  }

  /// A lane that is asked for alone may say itself what it needs, and so may one whose program is
  /// named.
  private Optional<LaneChoice> choice() throws InputFault {
    Optional<LaneChoice> asked = lanes.lanes();
    boolean isAlone = asked.filter(one -> one.lanes().size() == 1).isPresent();
    return python != null || isAlone
        ? asked
        : asked.map(one -> one.installed(context.lanes(), context.home()));
  }

  private List<Lane> chosen() throws InputFault {
    List<Lane> all = choice().map(LaneChoice::lanes).orElse(context.lanes().usual());
    if (python == null) {
      return all;
    }
    Path program = python.toAbsolutePath();
    return all.stream().map(lane -> lane.on(program).orElse(lane)).toList();
  }

  private static void checkSandbox(Home home) throws InputFault {
    Optional<String> obstacle = SandboxCheck.obstacle(home);
    if (obstacle.isPresent()) {
      throw InputFault.usage(
          "--sandbox does not work here: " + obstacle.get(),
          "Duet has played nothing. Without --sandbox, scripts run with your own permissions.");
    }
  }
}
