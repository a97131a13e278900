package duet.repl;

/// The state of the prompt: its mode, the input, and whether the user wants to leave.
final class PromptState {
  /// Whether the prompt reads commands or code, and in which language.
  PromptMode mode = PromptMode.DUET;

  /// The part of the input after the command's name, as it was typed.
  String rest = "";

  /// Whether the user wants to leave.
  boolean leaving;
}
