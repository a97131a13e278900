package duet.cli;

import duet.lane.Jit;
import duet.lane.process.Host;
import duet.lane.python.PythonLane;
import duet.run.Lanes;
import duet.run.PlayOptions;
import duet.run.Tempo;
import duet.scenario.InputFault;
import duet.scenario.folder.Home;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `--lanes`, `--speed` and the like: how scenarios are played, one or many.
final class PlayOptionGroup {
  @Option(
      names = "--lanes",
      split = ",",
      paramLabel = "LANE",
      description = "Which lanes play: python,java (the default), python or java.")
  private List<String> lanes = List.of("python", "java");

  @ArgGroup private @Nullable TempoChoice tempo;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Divides every sleep and timed wait by N, in both lanes.")
  private double speed;

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

  /// Together or in turn, not both.
  private static final class TempoChoice {
    @Option(names = "--together", description = "Both lanes at the same time.")
    private boolean together;

    @Option(
        names = "--in-turn",
        description = "One lane after the other. Without either, the scenario's kind decides.")
    private boolean inTurn;

    Optional<Tempo> tempo() {
      if (together) {
        return Optional.of(Tempo.TOGETHER);
      }
      return inTurn ? Optional.of(Tempo.IN_TURN) : Optional.empty();
    }
  }

  /// What was chosen.
  ///
  /// @param arguments what the scripts get on their command line
  /// @param states whether it is told what the threads did
  PlayOptions options(List<String> arguments, boolean states) throws InputFault {
    return PlayOptions.on(Lanes.withIds(lanes))
        .tempo(tempo == null ? Optional.empty() : tempo.tempo())
        .speed(speed)
        .jit(jit)
        .timeout(timeout)
        .sandbox(sandbox)
        .maxLines(maxLines)
        .arguments(arguments)
        .states(states)
        .build();
  }

  /// Refuses values that cannot be, and what cannot be enforced.
  void check(CommandSpec spec, Home home) throws InputFault {
    var _ = Lanes.withIds(lanes);
    if (jit == Jit.ON && !PythonLane.hasJit(home)) {
      throw InputFault.usage(
          "Python cannot be compiled while it runs here", "'duet doctor' says what is missing.");
    }
    if (!PlayOptions.isSpeed(speed)) {
      throw new ParameterException(spec.commandLine(), "--speed is a number from 0.01 to 1000");
    }
    if (maxLines < 10) {
      throw new ParameterException(spec.commandLine(), "--max-lines is a number from 10 on");
    }
    if (sandbox) {
      checkSandbox();
    }
  }

  private static void checkSandbox() throws InputFault {
    Optional<String> obstacle = Host.obstacleToConfining();
    if (obstacle.isPresent()) {
      throw InputFault.usage(
          "--sandbox cannot be enforced here: " + obstacle.get(),
          "Nothing was played. Without --sandbox scripts run with your rights.");
    }
  }
}
