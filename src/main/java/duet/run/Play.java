package duet.run;

import duet.lane.protocol.Outcome;
import duet.scenario.Scenario;
import java.util.List;

/// The runs of one scenario, in the lanes' order.
///
/// @param speed what every sleep and timed wait was divided by
public record Play(Scenario scenario, Tempo tempo, double speed, List<Run> runs) {
  public Play {
    runs = List.copyOf(runs);
  }

  /// The same, judged by [Scenario#strict].
  public Play strict() {
    return new Play(scenario.strict(), tempo, speed, runs);
  }

  /// Whether somebody ended it before its scripts did.
  public boolean isInterrupted() {
    return runs.stream().anyMatch(run -> run.outcome() == Outcome.INTERRUPTED);
  }
}
