package duet;

import duet.cli.DuetCommand;
import duet.cli.EarlyHosts;
import duet.cli.ExitCode;
import duet.clock.SystemClock;
import duet.console.ProcessConsole;
import duet.lane.Lanes;
import duet.lane.builtin.BuiltInLanes;
import duet.program.ProgramContext;
import duet.scenario.folder.Home;

/// Starts Duet. Only this class uses the process itself: its environment, console and exit code.
public final class Main {
  private Main() {}

  /// Runs one command and exits with its [ExitCode].
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /// Runs one command on this process's console and returns its [ExitCode].
  public static int run(String... args) {
    Home home = Home.find();
    Lanes lanes = BuiltInLanes.lanes();
    var environment = System.getenv();
    try (var hosts = EarlyHosts.of(home, lanes, args);
        var console = ProcessConsole.open(environment)) {
      var context = new ProgramContext(home, lanes, console, environment, new SystemClock(), hosts);
      return DuetCommand.run(context, args);
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      return ExitCode.BUG;
    }
  }
}
