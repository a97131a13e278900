package duet.program;

import duet.clock.Clock;
import duet.console.Console;
import duet.lane.Lanes;
import duet.lane.process.Hosts;
import duet.scenario.folder.Home;
import duet.scenario.folder.StateFolder;
import duet.scenario.found.Catalog;
import java.util.Map;

/// What every command works with: Duet's home, the lanes, the user's console, the environment
/// variables, the clock, and the hosts that play. The program creates one for its process; a test
/// creates its own.
///
/// @param lanes every lane
/// @param hosts the pool that plays take their hosts from
public record ProgramContext(
    Home home,
    Lanes lanes,
    Console console,
    Map<String, String> environment,
    Clock clock,
    Hosts hosts) {
  /// The course that comes with Duet.
  public Catalog catalog() {
    return new Catalog(home, lanes.scripts());
  }

  /// The folder for the user's own data.
  public StateFolder state() {
    return StateFolder.of(environment);
  }
}
