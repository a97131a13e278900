package duet.repl;

import duet.console.Console;
import duet.console.Screen;
import duet.console.Theme.Role;
import duet.scenario.InputFault;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `help`, where commands are given one after the other.
@Command(name = "help", description = "Shows all commands, or all about one of them.")
final class HelpCommand implements Callable<Integer> {
  /// In the order in which they are shown: experiments, code, the last play, Duet itself.
  private static final List<String> COMMANDS =
      List.of(
          "list", "show", "run", "again", "both", "edit", "reset", "py", "java", "load", "time",
          "timeit", "log", "save", "set", "history", "page", "doctor", "help", "quit");

  private static final List<String> KEYS =
      List.of(
          "Tab completes · Up and Ctrl-R recall · Ctrl-C stops what runs · Ctrl-D leaves",
          "In a live session commands begin with %. 'help COMMAND' tells more about one.");

  private final CommandLine commands;
  private final Console console;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The one to tell about.")
  private String name = "";

  HelpCommand(CommandLine commands, Console console) {
    this.commands = commands;
    this.console = console;
  }

  @Override
  public Integer call() throws InputFault {
    if (name.isEmpty()) {
      showAll(console.screen());
      return 0;
    }
    CommandLine command =
        commands.getSubcommands().get(name.replaceFirst("^" + CodeAssistant.COMMAND, ""));
    if (command == null) {
      throw InputFault.usage("there is no command '" + name + "'", "'help' lists them.");
    }
    command.usage(commands.getOut());
    return 0;
  }

  private void showAll(Screen screen) {
    for (String command : COMMANDS) {
      String[] told =
          Objects.requireNonNull(commands.getSubcommands().get(command))
              .getCommandSpec()
              .usageMessage()
              .description();
      screen.line(screen.theme().paint(Role.TITLE, String.format("%-8s", command)) + " " + told[0]);
    }
    KEYS.forEach(screen::line);
    screen.flush();
  }
}
