package duet.repl;

import duet.console.Console;
import duet.console.Screen;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `history`.
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Shows what was typed at this prompt, earlier sessions included.",
    footerHeading = "%n",
    footer = {
      "Ctrl-R searches in it, and the arrow keys recall. What begins with a space is left out.",
      "  history lock      what has this text in it"
    })
final class HistoryCommand implements Callable<Integer> {
  private static final int SHOWN_AT_MOST = 100;

  private final Prompt prompt;
  private final InputSource input;
  private final Console console;

  @Parameters(arity = "0..*", paramLabel = "TEXT", description = "Only what has this text in it.")
  private List<String> text = List.of();

  HistoryCommand(Prompt prompt, InputSource input, Console console) {
    this.prompt = prompt;
    this.input = input;
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!(input instanceof TerminalInput keyboard)) {
      console.print("There is a history where somebody types.");
      return 0;
    }
    String wanted = String.join(" ", text).toLowerCase(Locale.ROOT);
    List<String> lines =
        keyboard.history(prompt.mode).stream()
            .filter(line -> line.toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    Screen screen = console.screen();
    lines.stream().skip(Math.max(0, lines.size() - SHOWN_AT_MOST)).forEach(screen::line);
    screen.flush();
    return 0;
  }
}
