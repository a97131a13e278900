package duet;

import duet.cli.DuetCommand;
import duet.cli.ExitCode;
import duet.cli.Terminal;
import duet.scenario.Home;

/// Starts Duet.
public final class Main {
  private Main() {}

  /// Runs one command and exits with its [ExitCode].
  public static void main(String[] args) {
    int status;
    try {
      status = DuetCommand.line(Home.find(), Terminal.ofProcess()).execute(args);
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      status = ExitCode.BUG;
    }
    System.exit(status);
  }
}
