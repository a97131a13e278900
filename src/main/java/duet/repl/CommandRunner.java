package duet.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;

/// Runs the commands of the prompt and remembers the last `run`.
final class CommandRunner {
  private final CommandLine commands;
  private final SessionOutput printed;
  private List<String> lastRun = List.of();

  /// @param printed the output of live sessions, which waits while a command has the screen to
  ///   itself
  CommandRunner(CommandLine commands, SessionOutput printed) {
    this.commands = commands;
    this.printed = printed;
  }

  /// All commands, by name.
  CommandLine commands() {
    return commands;
  }

  /// Whether there is a command of that name.
  boolean knows(String name) {
    return commands.getSubcommands().containsKey(name);
  }

  /// The command of that name, which must exist.
  CommandLine command(String name) {
    return Objects.requireNonNull(commands.getSubcommands().get(name));
  }

  /// The words of the last `run` command; empty if there was none.
  List<String> lastRun() {
    return lastRun;
  }

  /// Runs a command and returns its exit status.
  int execute(List<String> words) {
    return commands.execute(words.toArray(String[]::new));
  }

  /// Runs `run` with these words and remembers them.
  int run(List<String> words) {
    lastRun = List.copyOf(words);
    var all = new ArrayList<String>();
    all.add("run");
    all.addAll(words);
    return runAlone(all);
  }

  /// Runs a command that has the screen to itself: the output of live sessions appears after it.
  int runAlone(List<String> words) {
    printed.hold();
    try {
      return execute(words);
    } finally {
      printed.release();
    }
  }
}
