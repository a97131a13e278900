package duet.program;

import duet.clock.Clock;
import duet.console.Console;
import duet.lane.process.Hosts;
import duet.scenario.folder.Home;
import duet.scenario.folder.StateFolder;
import java.util.Map;

/// What every command works with: Duet's home, the user's console, the environment variables, the
/// clock, and the hosts that play. A program makes one of its process; a test makes its own.
///
/// @param hosts where plays take their hosts from
public record ProgramContext(
    Home home, Console console, Map<String, String> environment, Clock clock, Hosts hosts) {
  /// Where the user's own things are kept.
  public StateFolder state() {
    return StateFolder.of(environment);
  }
}
