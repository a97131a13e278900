package duet.repl;

import duet.lane.Lane;
import duet.lane.SessionDescription;
import java.util.Optional;

/// What the prompt reads: commands, or code in a lane's language.
///
/// @param word the prompt's first word
/// @param lane the lane of the code; empty for commands
/// @param isSnippet whether only an empty line ends an input, even if the code is complete before
record PromptMode(String word, Optional<Lane> lane, boolean isSnippet) {
  /// Commands.
  static final PromptMode DUET = new PromptMode("duet", Optional.empty(), false);

  /// Code for the live session of a lane, which must have one.
  static PromptMode live(Lane lane) {
    return new PromptMode(session(lane).command(), Optional.of(lane), false);
  }

  /// The mode in which the user types a snippet in this language.
  PromptMode asSnippet() {
    return new PromptMode(code().id(), lane, true);
  }

  /// The lane of the code; an error in the mode for commands.
  Lane code() {
    return lane.orElseThrow();
  }

  /// How the prompt handles code in this language.
  SessionDescription session() {
    return session(code());
  }

  private static SessionDescription session(Lane lane) {
    return lane.description().session().orElseThrow();
  }

  /// The text before an input.
  String prompt() {
    return word + (isSnippet ? " │ " : "> ");
  }

  /// The text before the second and later lines of an input.
  String continuation() {
    return " ".repeat(word.length()) + (isSnippet ? " │ " : "… ");
  }

  /// Whether a live session evaluates the inputs.
  boolean isLive() {
    return lane.isPresent() && !isSnippet;
  }

  /// Whether inputs are commands.
  boolean isForCommands() {
    return lane.isEmpty();
  }
}
