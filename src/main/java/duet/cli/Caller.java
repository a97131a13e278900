package duet.cli;

import duet.run.Interruption;
import duet.run.PlayListener;
import duet.scenario.Scenario;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Where a command comes from: the shell, where Duet ends after it, or the prompt, where Duet
/// continues.
///
/// @param chosen maps a named scenario to the one that is played, such as the user's copy
/// @param recorder gives a new listener for each play
/// @param goesOn whether Duet continues after the command, even if the user interrupts it
record Caller(UnaryOperator<Scenario> chosen, Supplier<PlayListener> recorder, boolean goesOn) {
  /// The shell: Duet plays the named scenario itself and does not remember the play.
  static Caller shell() {
    return new Caller(UnaryOperator.identity(), () -> new PlayListener() {}, false);
  }

  /// Lets signals interrupt the calling thread. In a shell, a second Ctrl-C ends Duet.
  Interruption interruption() {
    return goesOn ? Interruption.ofThisThreadOnce() : Interruption.ofThisThread();
  }
}
