package duet.repl;

import duet.console.Screen;
import duet.run.PlayRecording;
import duet.scenario.InputFault;
import duet.scenario.found.Catalog;
import duet.scenario.found.PrivateCopies;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import picocli.CommandLine;

/// What the commands of the REPL share.
final class Workspace {
  final Catalog catalog;
  final PrivateCopies copies;
  final LastPlay plays;
  final Supplier<Screen> screens;
  final CommandLine commands;
  final LiveSessions sessions;
  final Evaluator evaluator;
  final Settings settings = new Settings();
  final InputSource input;
  final SessionOutput printed;

  /// What the prompt is for.
  PromptMode mode = PromptMode.DUET;

  /// What stands behind the command's name, as it was typed.
  String rest = "";

  /// Whether the user wants to leave.
  boolean leaving;

  /// The words of the last `run`.
  List<String> lastRun = List.of();

  Workspace(
      Catalog catalog,
      PrivateCopies copies,
      LastPlay plays,
      Supplier<Screen> screens,
      CommandLine commands,
      LiveSessions sessions,
      Evaluator evaluator,
      InputSource input,
      SessionOutput printed) {
    this.catalog = catalog;
    this.copies = copies;
    this.plays = plays;
    this.screens = screens;
    this.commands = commands;
    this.sessions = sessions;
    this.evaluator = evaluator;
    this.input = input;
    this.printed = printed;
  }

  /// Plays what these words of a `run` command say, and remembers them.
  int run(List<String> words) {
    lastRun = List.copyOf(words);
    var all = new ArrayList<String>();
    all.add("run");
    all.addAll(words);
    return undisturbed(all);
  }

  /// Does what a command says that has the screen to itself: what live sessions print comes after
  /// it.
  int undisturbed(List<String> words) {
    printed.hold();
    try {
      return commands.execute(words.toArray(String[]::new));
    } finally {
      printed.release();
    }
  }

  /// The last play.
  ///
  /// @throws InputFault when there was none
  PlayRecording lastPlay() throws InputFault {
    return plays
        .last()
        .orElseThrow(() -> InputFault.usage("nothing was played yet", "Play something: run lock"));
  }

  /// The command of that name, which there is.
  CommandLine command(String name) {
    return Objects.requireNonNull(commands.getSubcommands().get(name));
  }

  /// Shows lines.
  void say(String text) {
    Screen screen = screens.get();
    text.lines().forEach(screen::line);
    screen.flush();
  }
}
