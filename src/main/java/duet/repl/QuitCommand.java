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
  private final Prompt prompt;

  QuitCommand(Prompt prompt) {
    this.prompt = prompt;
  }

  @Override
  public Integer call() {
    prompt.leaving = true;
    return 0;
  }
}
