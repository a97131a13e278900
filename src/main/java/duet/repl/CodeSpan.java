package duet.repl;

/// The part of an input that is code: the whole input in a live session, or the part after a
/// command that takes code.
///
/// @param mode the language; [PromptMode#DUET] if there is no code
/// @param from the index at which the code begins
record CodeSpan(PromptMode mode, int from) {
  /// The same span in a text with this many more characters before it.
  CodeSpan shiftedBy(int before) {
    return mode.isForCommands() ? this : new CodeSpan(mode, before + from);
  }
}
