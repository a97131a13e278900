package duet.options;

import duet.lane.Lanes;
import duet.run.PlayOptions;
import duet.run.Tempo;
import duet.scenario.InputFault;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `--lanes`, `--together`, `--in-turn` and `--speed`: which lanes play, and how fast.
public final class LaneOptions {
  @Option(
      names = "--lanes",
      split = ",",
      paramLabel = "LANE",
      description = "The lanes to play: ${bundle:lanes.choice}.")
  private @Nullable List<String> lanes;

  @ArgGroup private @Nullable TempoChoice tempo;

  private final Lanes known;

  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "Divides every sleep and timed wait by N, in every lane.")
  private @Nullable Double speed;

  /// @param known all lanes
  public LaneOptions(Lanes known) {
    this.known = known;
  }

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

  /// The lanes that the user has chosen; empty if there are none.
  ///
  /// @throws InputFault when there can be no such lane
  public Optional<LaneChoice> lanes() throws InputFault {
    return lanes == null ? Optional.empty() : Optional.of(LaneChoice.of(lanes, known));
  }

  public Optional<Tempo> tempo() {
    return tempo == null ? Optional.empty() : tempo.tempo();
  }

  /// The speed that the user has chosen; empty if there is none.
  public OptionalDouble speed() {
    return speed == null ? OptionalDouble.empty() : OptionalDouble.of(speed);
  }

  /// Refuses lanes that do not exist and impossible speeds.
  ///
  /// @throws InputFault when there is no such lane
  public void check(CommandSpec spec) throws InputFault {
    var _ = lanes();
    if (speed != null && !PlayOptions.isSpeed(speed)) {
      throw new ParameterException(
          spec.commandLine(), "--speed must be a number from 0.01 to 1000");
    }
  }
}
