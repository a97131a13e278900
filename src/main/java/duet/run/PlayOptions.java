package duet.run;

import duet.lane.Jit;
import duet.lane.Lane;
import duet.scenario.Kind;
import duet.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How to play.
///
/// @param lanes which lanes, of those that a scenario has a script for
/// @param tempo as asked for; otherwise the scenario's kind decides
/// @param speed what every sleep and timed wait is divided by
/// @param jit whether Python is compiled while it runs
/// @param timeout how long a script may run, counted from "go"
/// @param sandbox whether the operating system confines the scripts
/// @param maxLines how many lines of each lane are kept
/// @param arguments what the scripts get on their command line
/// @param states whether it is told what the threads did
/// @param warmUps how often each script is run before that, unseen, in the same process
public record PlayOptions(
    List<Lane> lanes,
    Optional<Tempo> tempo,
    double speed,
    Jit jit,
    Duration timeout,
    boolean sandbox,
    int maxLines,
    List<String> arguments,
    boolean states,
    int warmUps) {
  /// How many lines are kept where nothing else is asked for.
  public static final int MAX_LINES = 10_000;

  private static final double SLOWEST = 0.01;
  private static final double FASTEST = 1_000;

  /// Whether that is a number by which sleeps can be divided: from 0.01 to 1,000.
  public static boolean isSpeed(double number) {
    return number >= SLOWEST && number <= FASTEST;
  }

  public PlayOptions {
    lanes = List.copyOf(lanes);
    arguments = List.copyOf(arguments);
  }

  /// The same for measuring: with these lanes and arguments, and after a warm-up.
  public PlayOptions warm(List<Lane> only, List<String> others) {
    return new PlayOptions(only, tempo, speed, jit, timeout, sandbox, maxLines, others, states, 1);
  }

  /// The same at another speed.
  public PlayOptions atSpeed(double other) {
    return new PlayOptions(
        lanes, tempo, other, jit, timeout, sandbox, maxLines, arguments, states, warmUps);
  }

  /// The same on other lanes.
  public PlayOptions onLanes(List<Lane> others) {
    return new PlayOptions(
        others, tempo, speed, jit, timeout, sandbox, maxLines, arguments, states, warmUps);
  }

  /// The same with another deadline.
  public PlayOptions within(Duration time) {
    return new PlayOptions(
        lanes, tempo, speed, jit, time, sandbox, maxLines, arguments, states, warmUps);
  }

  /// The same with other arguments.
  public PlayOptions withArguments(List<String> others) {
    return new PlayOptions(
        lanes, tempo, speed, jit, timeout, sandbox, maxLines, others, states, warmUps);
  }

  /// The same with scripts that the operating system confines.
  public PlayOptions confined() {
    return new PlayOptions(
        lanes, tempo, speed, jit, timeout, true, maxLines, arguments, states, warmUps);
  }

  /// The tempo for a scenario.
  public Tempo tempoOf(Scenario scenario) {
    return tempo.orElse(scenario.kind() == Kind.CPU ? Tempo.IN_TURN : Tempo.TOGETHER);
  }

  /// The lanes that play a scenario.
  public List<Lane> lanesOf(Scenario scenario) {
    return lanes.stream().filter(lane -> lane.script(scenario).isPresent()).toList();
  }
}
