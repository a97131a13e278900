package duet.cli;

import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.LaneObstacle;
import duet.lane.Lanes;
import duet.lane.process.Sandbox;
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

/// `--lanes`, `--speed` and the other options that say how Duet plays scenarios.
final class PlayOptionGroup {
  @Option(
      names = "--lanes",
      split = ",",
      paramLabel = "LANE",
      description = "The lanes to play: ${bundle:lanes.choice}.")
  private List<String> lanes;

  @ArgGroup private @Nullable TempoChoice tempo;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Divides every sleep and timed wait by N, in every lane.")
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
          "Whether Python is compiled to machine code while it runs: auto (where possible), on or"
              + " off (interpreted).")
  private Jit jit = Jit.AUTO;

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

  /// `--together` or `--in-turn`, but not both.
  private static final class TempoChoice {
    @Option(names = "--together", description = "Plays all lanes at the same time.")
    private boolean together;

    @Option(
        names = "--in-turn",
        description =
            "Plays one lane after the other. Without --together or --in-turn, the scenario's kind"
                + " decides.")
    private boolean inTurn;

    Optional<Tempo> tempo() {
      if (together) {
        return Optional.of(Tempo.TOGETHER);
      }
      return inTurn ? Optional.of(Tempo.IN_TURN) : Optional.empty();
    }
  }

  private final Lanes known;

  PlayOptionGroup(Lanes known) {
    this.known = known;
    lanes = known.usual().stream().map(Lane::id).toList();
  }

  /// The options that the user has chosen.
  ///
  /// @param arguments the command line arguments of the scripts
  /// @param states whether to observe what the threads do
  PlayOptions options(List<String> arguments, boolean states) throws InputFault {
    return new PlayOptions(
        known.withIds(lanes),
        tempo == null ? Optional.empty() : tempo.tempo(),
        speed,
        jit,
        timeout,
        sandbox,
        maxLines,
        arguments,
        states,
        0);
  }

  /// Refuses impossible values, and a sandbox that does not work on this machine.
  void check(CommandSpec spec, Home home) throws InputFault {
    for (Lane lane : known.withIds(lanes)) {
      Optional<LaneObstacle> obstacle = lane.obstacle(home, jit);
      if (obstacle.isPresent()) {
        throw InputFault.usage(obstacle.get().problem(), obstacle.get().remedy());
      }
    }
    if (!PlayOptions.isSpeed(speed)) {
      throw new ParameterException(
          spec.commandLine(), "--speed must be a number from 0.01 to 1000");
    }
    if (maxLines < 10) {
      throw new ParameterException(spec.commandLine(), "--max-lines must be at least 10");
    }
    if (sandbox) {
      checkSandbox();
    }
  }

  private static void checkSandbox() throws InputFault {
    Optional<String> obstacle = Sandbox.obstacle();
    if (obstacle.isPresent()) {
      throw InputFault.usage(
          "--sandbox does not work here: " + obstacle.get(),
          "Duet has played nothing. Without --sandbox, scripts run with your own permissions.");
    }
  }
}
