package duet.repl;

/// Where in an input there is code, and in which language: all of it in a live session, or what
/// stands behind a command that takes code.
///
/// @param mode the language; [PromptMode#DUET] where there is none
/// @param from where it begins
record CodeSpan(PromptMode mode, int from) {
  /// The same in a text that has so many characters more before it.
  CodeSpan behind(int before) {
    return mode.isForCommands() ? this : new CodeSpan(mode, before + from);
  }
}
