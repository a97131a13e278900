package duet.repl;

import duet.lane.Lane;
import duet.lane.SessionDescription;
import java.util.Optional;

/// What the prompt is for: commands, or code of a lane.
///
/// @param word the prompt's first word
/// @param lane the lane whose code is typed; empty for commands
/// @param isSnippet whether an input ends with an empty line, whatever the language thinks of it
record PromptMode(String word, Optional<Lane> lane, boolean isSnippet) {
  /// Commands.
  static final PromptMode DUET = new PromptMode("duet", Optional.empty(), false);

  /// Code that is evaluated in a live session of a lane, which has one.
  static PromptMode live(Lane lane) {
    return new PromptMode(session(lane).command(), Optional.of(lane), false);
  }

  /// The same language for a script that is typed.
  PromptMode asSnippet() {
    return new PromptMode(code().id(), lane, true);
  }

  /// The lane whose code is typed, where it is not for commands.
  Lane code() {
    return lane.orElseThrow();
  }

  /// How that code is typed.
  SessionDescription session() {
    return session(code());
  }

  private static SessionDescription session(Lane lane) {
    return lane.description().session().orElseThrow();
  }

  /// What stands before an input.
  String prompt() {
    return word + (isSnippet ? " │ " : "> ");
  }

  /// What stands before the further lines of an input.
  String continuation() {
    return " ".repeat(word.length()) + (isSnippet ? " │ " : "… ");
  }

  /// Whether inputs are evaluated in a live session.
  boolean isLive() {
    return lane.isPresent() && !isSnippet;
  }

  /// Whether inputs are commands.
  boolean isForCommands() {
    return lane.isEmpty();
  }
}
