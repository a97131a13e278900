package duet.explore;

import duet.lane.Lane;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.Switches;
import duet.run.PlayOptions;
import duet.run.ScriptOrder;
import duet.scenario.NeighbourFiles.Neighbour;
import duet.scenario.Scenario;
import duet.scenario.file.UnreadableFile;
import java.util.ArrayList;
import java.util.List;

/// A script that is explored in one lane.
///
/// @param order what its hosts are told to compile
/// @param hash its part of a token
public record ScriptSource(Lane lane, HostOrder.Load order, Switches switches, String hash) {
  /// The script of a scenario.
  ///
  /// @throws UnreadableFile when it cannot be read
  public static ScriptSource of(
      Scenario scenario, Lane lane, PlayOptions options, Switches switches) throws UnreadableFile {
    HostOrder.Load order = new ScriptOrder(scenario, options).of(lane);
    var texts = new ArrayList<>(List.of(order.text()));
    order.neighbours().files().stream().map(Neighbour::text).forEach(texts::add);
    return new ScriptSource(lane, order, switches, Token.hash(texts, order.arguments(), switches));
  }

  /// The lines of its text.
  public List<String> lines() {
    return order.text().lines().toList();
  }
}
