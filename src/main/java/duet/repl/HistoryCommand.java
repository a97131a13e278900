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
    description = "Shows what you have typed at this prompt, now and in earlier sessions.",
    footerHeading = "%n",
    footer = {
      "Ctrl-R searches the history; the arrow keys recall inputs.",
      "Duet keeps no input that begins with a space.",
      "  history lock      inputs with this text"
    })
final class HistoryCommand implements Callable<Integer> {
  private static final int SHOWN_AT_MOST = 100;

  private final PromptState prompt;
  private final InputSource input;
  private final Console console;

  @Parameters(
      arity = "0..*",
      paramLabel = "TEXT",
      description = "Shows only inputs with this text.")
  private List<String> text = List.of();

  HistoryCommand(PromptState prompt, InputSource input, Console console) {
    this.prompt = prompt;
    this.input = input;
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!(input instanceof TerminalInput keyboard)) {
      console.print("There is no history: Duet keeps one only if you type in a terminal.");
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
