package duet.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;

/// Runs the commands that are given at the prompt, and remembers the last `run`.
final class CommandRunner {
  private final CommandLine commands;
  private final SessionOutput printed;
  private List<String> lastRun = List.of();

  /// @param printed what live sessions print, which waits for commands that have the screen to
  ///   themselves
  CommandRunner(CommandLine commands, SessionOutput printed) {
    this.commands = commands;
    this.printed = printed;
  }

  /// All commands, by name.
  CommandLine commands() {
    return commands;
  }

  /// Whether there is such a command.
  boolean knows(String name) {
    return commands.getSubcommands().containsKey(name);
  }

  /// The command of that name, which there is.
  CommandLine command(String name) {
    return Objects.requireNonNull(commands.getSubcommands().get(name));
  }

  /// The words of the last `run` command; empty where there was none.
  List<String> lastRun() {
    return lastRun;
  }

  /// Runs a command and returns its exit status.
  int execute(List<String> words) {
    return commands.execute(words.toArray(String[]::new));
  }

  /// Plays what these words of a `run` command say, and remembers them.
  int run(List<String> words) {
    lastRun = List.copyOf(words);
    var all = new ArrayList<String>();
    all.add("run");
    all.addAll(words);
    return undisturbed(all);
  }

  /// Runs a command that has the screen to itself: what live sessions print comes after it.
  int undisturbed(List<String> words) {
    printed.hold();
    try {
      return execute(words);
    } finally {
      printed.release();
    }
  }
}
