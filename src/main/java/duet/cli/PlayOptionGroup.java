package duet.cli;

import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.LaneObstacle;
import duet.lane.Lanes;
import duet.lane.process.Sandbox;
import duet.options.LaneOptions;
import duet.run.PlayOptions;
import duet.scenario.InputFault;
import duet.scenario.folder.Home;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// How a command plays scenarios: the options that lessons have too, and the limits that only the
/// user sets.
final class PlayOptionGroup {
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
          "Whether Python is compiled while it runs: auto (where possible), on or off"
              + " (interpreted).")
  private Jit jit = Jit.AUTO;

  @Option(
      names = "--sandbox",
      description =
          "For other people's scripts: they can change, start and reach nothing, and read only"
              + " themselves. Needs Linux and bubblewrap.")
  private boolean sandbox;

  @Option(
      names = "--max-lines",
      paramLabel = "N",
      description =
          "How many lines of each lane are kept (default ${DEFAULT-VALUE}): of a script that prints"
              + " more, the first ones and the last.")
  private int maxLines = PlayOptions.MAX_LINES;

  private final Lanes known;

  PlayOptionGroup(Lanes known) {
    this.known = known;
    lanes = new LaneOptions(known);
  }

  /// What was chosen.
  ///
  /// @param arguments what the scripts get on their command line
  /// @param states whether it is told what the threads did
  PlayOptions options(List<String> arguments, boolean states) throws InputFault {
    return PlayOptions.on(chosen())
        .tempo(lanes.tempo())
        .speed(lanes.speed().orElse(1))
        .jit(jit)
        .timeout(timeout)
        .sandbox(sandbox)
        .maxLines(maxLines)
        .arguments(arguments)
        .states(states)
        .build();
  }

  /// Refuses impossible values, and limits that this machine cannot enforce.
  void check(CommandSpec spec, Home home) throws InputFault {
    lanes.check(spec);
    for (Lane lane : chosen()) {
      Optional<LaneObstacle> obstacle = lane.obstacle(home, jit);
      if (obstacle.isPresent()) {
        throw InputFault.usage(obstacle.get().problem(), obstacle.get().remedy());
      }
    }
    if (maxLines < 10) {
      throw new ParameterException(spec.commandLine(), "--max-lines is a number from 10 on");
    }
    if (sandbox) {
      checkSandbox();
    }
  }

  private List<Lane> chosen() throws InputFault {
    return lanes.lanes().orElse(known.usual());
  }

  private static void checkSandbox() throws InputFault {
    Optional<String> obstacle = Sandbox.obstacle();
    if (obstacle.isPresent()) {
      throw InputFault.usage(
          "--sandbox cannot be enforced here: " + obstacle.get(),
          "Nothing was played. Without --sandbox scripts run with your rights.");
    }
  }
}
