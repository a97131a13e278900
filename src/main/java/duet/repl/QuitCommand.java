package duet.repl;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `quit`.
@Command(
    name = "quit",
    aliases = "exit",
    mixinStandardHelpOptions = true,
    description = "Leaves Duet, like Ctrl-D.")
final class QuitCommand implements Callable<Integer> {
  private final PromptState prompt;

  QuitCommand(PromptState prompt) {
    this.prompt = prompt;
  }

  @Override
  public Integer call() {
    prompt.leaving = true;
    return 0;
  }
}
