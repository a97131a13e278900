package duet.run;

import duet.lane.Jit;
import duet.lane.Lane;
import duet.scenario.Kind;
import duet.scenario.Scenario;
import duet.scenario.ScriptNeeds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How to play.
///
/// @param lanes which lanes play, of those that a scenario has a script for
/// @param tempo as asked for; otherwise the scenario's kind decides
/// @param speed what every sleep and timed wait is divided by
/// @param jit whether Python is compiled while it runs
/// @param timeout how long a script may run, counted from "go"
/// @param sandbox whether the operating system confines the scripts
/// @param maxLines how many lines of each lane are kept
/// @param needs what all scripts need, besides what is declared about each of them
/// @param arguments what the scripts get on their command line
/// @param states whether the hosts report what the threads do
/// @param warmUps how often each script runs unseen in the same process before it plays
public record PlayOptions(
    List<Lane> lanes,
    Optional<Tempo> tempo,
    double speed,
    Jit jit,
    Duration timeout,
    boolean sandbox,
    int maxLines,
    ScriptNeeds needs,
    List<String> arguments,
    boolean states,
    int warmUps) {
  /// How many lines are kept by default.
  public static final int MAX_LINES = 10_000;

  private static final double SLOWEST = 0.01;
  private static final double FASTEST = 1_000;

  /// Whether sleeps can be divided by a number: it is from 0.01 to 1,000.
  public static boolean isSpeed(double number) {
    return number >= SLOWEST && number <= FASTEST;
  }

  public PlayOptions {
    lanes = List.copyOf(lanes);
    arguments = List.copyOf(arguments);
  }

  /// The usual options for some lanes: speed 1, a minute, thread states.
  public static Builder on(List<Lane> lanes) {
    return new Builder(lanes);
  }

  /// A builder that starts from these options.
  public Builder toBuilder() {
    var builder = new Builder(lanes);
    builder.tempo = tempo;
    builder.speed = speed;
    builder.jit = jit;
    builder.timeout = timeout;
    builder.sandbox = sandbox;
    builder.maxLines = maxLines;
    builder.needs = needs;
    builder.arguments = arguments;
    builder.states = states;
    builder.warmUps = warmUps;
    return builder;
  }

  /// The tempo for a scenario.
  public Tempo tempoOf(Scenario scenario) {
    return tempo.orElse(scenario.kind() == Kind.CPU ? Tempo.IN_TURN : Tempo.TOGETHER);
  }

  /// The lanes that play a scenario.
  public List<Lane> lanesOf(Scenario scenario) {
    return lanes.stream().filter(lane -> lane.script(scenario).isPresent()).toList();
  }

  /// Options in the making; each method sets the component of its name.
  public static final class Builder {
    private List<Lane> lanes;
    private Optional<Tempo> tempo = Optional.empty();
    private double speed = 1;
    private Jit jit = Jit.AUTO;
    private Duration timeout = Duration.ofMinutes(1);
    private boolean sandbox;
    private int maxLines = MAX_LINES;
    private ScriptNeeds needs = ScriptNeeds.NONE;
    private List<String> arguments = List.of();
    private boolean states = true;
    private int warmUps;

    private Builder(List<Lane> lanes) {
      this.lanes = lanes;
    }

    public Builder lanes(List<Lane> value) {
      lanes = value;
      return this;
    }

    public Builder tempo(Optional<Tempo> value) {
      tempo = value;
      return this;
    }

    public Builder speed(double value) {
      speed = value;
      return this;
    }

    public Builder jit(Jit value) {
      jit = value;
      return this;
    }

    public Builder timeout(Duration value) {
      timeout = value;
      return this;
    }

    public Builder sandbox(boolean value) {
      sandbox = value;
      return this;
    }

    public Builder maxLines(int value) {
      maxLines = value;
      return this;
    }

    public Builder needs(ScriptNeeds value) {
      needs = value;
      return this;
    }

    public Builder arguments(List<String> value) {
      arguments = value;
      return this;
    }

    public Builder states(boolean value) {
      states = value;
      return this;
    }

    public Builder warmUps(int value) {
      warmUps = value;
      return this;
    }

    public PlayOptions build() {
      return new PlayOptions(
          lanes, tempo, speed, jit, timeout, sandbox, maxLines, needs, arguments, states, warmUps);
    }
  }
}
