package duet.repl;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `quit`.
@Command(
    name = "quit",
    aliases = "exit",
    mixinStandardHelpOptions = true,
    description = "Leaves, as Ctrl-D does.")
final class QuitCommand implements Callable<Integer> {
  private final Workspace workspace;

  QuitCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    workspace.leaving = true;
    return 0;
  }
}
