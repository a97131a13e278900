package duet;

import duet.cli.DuetCommand;
import duet.cli.EarlyHosts;
import duet.cli.ExitCode;
import duet.cli.Terminal;
import duet.scenario.folder.Home;

/// Starts Duet.
public final class Main {
  private Main() {}

  /// Runs one command and exits with its [ExitCode].
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /// Runs one command and returns its [ExitCode].
  public static int run(String... args) {
    Home home = Home.find();
    try (var hosts = EarlyHosts.of(home, args)) {
      return DuetCommand.line(home, Terminal.ofProcess(), hosts, args).execute(args);
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      return ExitCode.BUG;
    }
  }
}
