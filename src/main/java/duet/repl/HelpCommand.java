package duet.repl;

import duet.render.Screen;
import duet.render.Theme.Role;
import duet.scenario.InputFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `help`, where commands are given one after the other.
@Command(name = "help", description = "Shows all commands, or all about one of them.")
final class HelpCommand implements Callable<Integer> {
  private static final Map<String, List<String>> GROUPS = groups();

  private static final List<String> KEYS =
      List.of(
          "Tab         completes commands, names, options, files, and code from the live session",
          "Up, Ctrl-R  recall and search what was typed; Right takes the grey suggestion",
          "Ctrl-C      stops what runs and leaves the state as it is; gives up a line",
          "Ctrl-D      leaves a live session, then Duet");

  private final Workspace workspace;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The one to tell about.")
  private String name = "";

  HelpCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws InputFault {
    if (name.isEmpty()) {
      showAll(workspace.screens.get());
      return 0;
    }
    CommandLine command =
        workspace.commands.getSubcommands().get(name.replaceFirst("^" + Typing.COMMAND, ""));
    if (command == null) {
      throw InputFault.usage("there is no command '" + name + "'", "'help' lists them.");
    }
    command.usage(workspace.commands.getOut());
    return 0;
  }

  private void showAll(Screen screen) {
    for (var group : GROUPS.entrySet()) {
      screen.line(screen.theme().paint(Role.TITLE, group.getKey()));
      for (String command : group.getValue()) {
        String told =
            workspace.command(command).getCommandSpec().usageMessage().description()[0];
        screen.line(String.format("  %-8s %s", command, told.replace("%%", "%").replace("%n", "")));
      }
    }
    screen.line(screen.theme().paint(Role.TITLE, "Keys"));
    KEYS.forEach(key -> screen.line("  " + key));
    screen.line("");
    screen.line("'help COMMAND' tells more, with examples. In a live session commands begin with %.");
    screen.flush();
  }

  private static Map<String, List<String>> groups() {
    var groups = new LinkedHashMap<String, List<String>>();
    groups.put("Experiments", List.of("list", "show", "run", "again", "edit", "reset", "both"));
    groups.put("Code", List.of("py", "java", "load", "time", "timeit"));
    groups.put("The last play", List.of("log", "save"));
    groups.put("Duet", List.of("set", "history", "page", "doctor", "help", "quit"));
    return groups;
  }
}
