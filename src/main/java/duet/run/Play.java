package duet.run;

import duet.scenario.Scenario;
import java.util.List;

/// The runs of one scenario, in the lanes' order.
public record Play(Scenario scenario, Tempo tempo, List<Run> runs) {
  public Play {
    runs = List.copyOf(runs);
  }
}
