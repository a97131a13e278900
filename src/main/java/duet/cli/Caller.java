package duet.cli;

import duet.run.Interruption;
import duet.run.PlayListener;
import duet.scenario.Scenario;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Who gives a command: a shell, where the program ends with it, or the prompt, which goes on.
///
/// @param chosen the scenario that is played instead of the one that was named
/// @param recorder begins to follow a play
/// @param goesOn whether the program goes on after the command, whatever the user interrupts
record Caller(UnaryOperator<Scenario> chosen, Supplier<PlayListener> recorder, boolean goesOn) {
  /// A shell: what is named is played, and nothing remembers it.
  static Caller shell() {
    return new Caller(UnaryOperator.identity(), () -> new PlayListener() {}, false);
  }

  /// Lets signals interrupt the calling thread. A second Ctrl-C ends a program that would end
  /// anyway.
  Interruption interruption() {
    return goesOn ? Interruption.ofThisThreadOnce() : Interruption.ofThisThread();
  }
}
