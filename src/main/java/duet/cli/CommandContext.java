package duet.cli;

import duet.lane.process.Hosts;
import duet.repl.TerminalQuestions;
import duet.run.PlayListener;
import duet.scenario.Scenario;
import duet.scenario.folder.Home;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Where commands are given: to a program that runs one and ends, or in the REPL, which goes on.
///
/// @param hosts where plays take their hosts from
/// @param chosen the scenario that is played instead of the one that was named
/// @param recorder begins to follow a play
/// @param questions asks whoever sits at the terminal
/// @param lasting whether the program goes on after the command, whatever the user interrupts
record CommandContext(
    Home home,
    Terminal terminal,
    Hosts hosts,
    UnaryOperator<Scenario> chosen,
    Supplier<PlayListener> recorder,
    TerminalQuestions questions,
    boolean lasting) {
  /// A program that runs one command.
  static CommandContext once(Home home, Terminal terminal, Hosts hosts) {
    return new CommandContext(
        home,
        terminal,
        hosts,
        UnaryOperator.identity(),
        () -> new PlayListener() {},
        new TerminalQuestions(terminal, System.getenv()),
        false);
  }
}
