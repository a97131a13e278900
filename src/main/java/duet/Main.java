package duet;

import duet.cli.DuetCommand;
import duet.cli.EarlyHosts;
import duet.cli.ExitCode;
import duet.clock.SystemClock;
import duet.console.ProcessConsole;
import duet.program.ProgramContext;
import duet.scenario.folder.Home;

/// Starts Duet: the one place where it takes hold of its process.
public final class Main {
  private Main() {}

  /// Runs one command and exits with its [ExitCode].
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /// Runs one command on this process's console and returns its [ExitCode].
  public static int run(String... args) {
    Home home = Home.find();
    var environment = System.getenv();
    try (var hosts = EarlyHosts.of(home, args);
        var console = ProcessConsole.open(environment)) {
      var context = new ProgramContext(home, console, environment, new SystemClock(), hosts);
      return DuetCommand.run(context, args);
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      return ExitCode.BUG;
    }
  }
}
