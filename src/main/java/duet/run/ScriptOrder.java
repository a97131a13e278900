package duet.run;

import duet.lane.Lane;
import duet.lane.protocol.HostOrder;
import duet.scenario.Scenario;
import duet.scenario.file.SourceEncoding;
import duet.scenario.file.UnreadableFile;
import java.nio.file.Path;

/// Makes the order that tells a host which script it is to compile.
public record ScriptOrder(Scenario scenario, PlayOptions options) {
  /// The order for a lane that has a script of the scenario.
  ///
  /// @throws UnreadableFile when the script cannot be read, or there is nothing in it
  public HostOrder.Load of(Lane lane) throws UnreadableFile {
    Path file = lane.script(scenario).orElseThrow();
    SourceEncoding encoding = lane.description().scripts().encoding();
    String text = ScriptFile.read(file, scenario, encoding);
    return new HostOrder.Load(
        scenario.name(),
        file,
        text,
        lane.description().scripts().neighbours().of(file, text, scenario.bounds()),
        scenario.needs().and(options.needs()),
        options.speed(),
        options.arguments(),
        options.states(),
        options.warmUps());
  }
}
