package duet;

import duet.cli.DuetCommand;
import duet.cli.EarlyHosts;
import duet.cli.ExitCode;
import duet.clock.SystemClock;
import duet.console.ProcessConsole;
import duet.lane.AotCache;
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
    for (AotCache cache : AotCache.sealed(home)) {
      if (!cache.isUsable()) {
        cache.check().ifPresent(Main::say);
      }
    }
    int status = run(home, args);
    if (status == ExitCode.BUG) { // perhaps it is none
      AotCache.of(home, AotCache.FRONT_END).check().ifPresent(Main::say);
    }
    return status;
  }

  private static int run(Home home, String... args) {
    Lanes lanes = BuiltInLanes.lanes();
    var environment = System.getenv();
    try (var hosts = EarlyHosts.of(home, lanes, args);
        var console = ProcessConsole.open(environment)) {
      var context = new ProgramContext(home, lanes, console, environment, new SystemClock(), hosts);
      int status = DuetCommand.run(context, args);
      hosts.damages().forEach(Main::say);
      return status;
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      return ExitCode.BUG;
    }
  }

  private static void say(String text) {
    System.err.println("duet: " + text);
  }
}
