package duet.repl;

import duet.console.Console;
import duet.console.Screen;
import duet.console.Table;
import duet.console.Table.Column;
import duet.console.Theme.Role;
import duet.console.WordWrap;
import duet.manual.HelpCommand;
import duet.manual.Manual;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/// What `help` lists at the prompt: all commands, keys, and the topics of the manual.
record PromptOverview(Manual manual, LiveLanguages languages, Console console)
    implements HelpCommand.Overview {
  /// In the order in which they are shown: experiments, code, the last play, the course, many
  /// scenarios, Duet itself.
  private static final List<String> COMMANDS =
      List.of(
          "list", "show", "run", "explore", "replay", "step", "again", "both", "edit", "reset",
          "load", "time", "timeit", "log", "save", "learn", "check", "new", "batch", "report",
          "set", "history", "page", "doctor", "help", "quit");

  /// Before this one stand the commands that begin live sessions.
  private static final String AFTER_SESSIONS = "load";

  private static final int WIDEST_NAME = 8;

  private static final String MORE = " 'list --lanes' names more.";

  private static final List<String> KEYS =
      List.of(
          "Tab completes · Up and Ctrl-R recall · Ctrl-C stops what runs · Ctrl-D leaves",
          "In a live session commands begin with %. 'help COMMAND' tells more about one.");

  @Override
  public void write(CommandLine commands) throws IOException {
    Screen screen = console.screen();
    var shown = new ArrayList<>(COMMANDS);
    shown.addAll(COMMANDS.indexOf(AFTER_SESSIONS), sessions());
    var table = new Table(0, List.of(Column.left(WIDEST_NAME), Column.left(0)));
    for (String command : shown) {
      String name = screen.theme().paint(Role.TITLE, command);
      String told = about(command, commands);
      int width = screen.width() == 0 ? 0 : Math.max(1, screen.width() - WIDEST_NAME - 1);
      for (String line : WordWrap.wrap(told, width)) {
        table.row(name, line);
        name = "";
      }
    }
    table.lines().forEach(screen::line);
    KEYS.forEach(screen::line);
    String topics = String.join(" · ", manual.topics());
    WordWrap.wrap("'help TOPIC' shows a page of the manual: " + topics, screen.width())
        .forEach(screen::line);
    screen.flush();
  }

  /// The commands of the usual sessions, and the first of the others. Which more there are depends
  /// on the machine.
  private List<String> sessions() {
    return Stream.concat(
            languages.words().stream(), languages.others().stream().limit(1).map(PromptMode::word))
        .toList();
  }

  private String about(String command, CommandLine commands) {
    CommandLine known = commands.getSubcommands().get(command);
    return known == null
        ? CodeCommands.about(languages.other(command).orElseThrow()) + MORE
        : known.getCommandSpec().usageMessage().description()[0];
  }
}
