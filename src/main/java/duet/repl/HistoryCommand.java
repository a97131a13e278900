package duet.repl;

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

  private final Workspace workspace;

  @Parameters(arity = "0..*", paramLabel = "TEXT", description = "Only what has this text in it.")
  private List<String> text = List.of();

  HistoryCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    if (!(workspace.input instanceof TerminalInput keyboard)) {
      workspace.say("There is a history where somebody types.");
      return 0;
    }
    String wanted = String.join(" ", text).toLowerCase(Locale.ROOT);
    List<String> lines =
        keyboard.history(workspace.mode).stream()
            .filter(line -> line.toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    Screen screen = workspace.screens.get();
    lines.stream().skip(Math.max(0, lines.size() - SHOWN_AT_MOST)).forEach(screen::line);
    screen.flush();
    return 0;
  }
}
