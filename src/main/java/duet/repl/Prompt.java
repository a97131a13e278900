package duet.repl;

/// The state of the prompt: what is typed there now, and whether its user wants to leave.
final class Prompt {
  /// What the prompt is for.
  PromptMode mode = PromptMode.DUET;

  /// What stands behind the command's name, as it was typed.
  String rest = "";

  /// Whether the user wants to leave.
  boolean leaving;
}
