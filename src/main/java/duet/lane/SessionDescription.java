package duet.lane;

/// How code of a lane is typed at the prompt. Its host tells when an input is complete
/// ([duet.lane.protocol.HostOrder.Topic#EXAMINE]).
///
/// @param command the command that begins a session, which is also its prompt
/// @param indent how far a block is indented, in columns
/// @param closer the character that closes a block and stands further out; empty where none does
/// @param wrapsStatements whether its host makes a script of bare statements
///   ([duet.lane.protocol.HostOrder.Topic#SCRIPT]); otherwise they are one already
/// @param examples what help shows
public record SessionDescription(
    String command, int indent, String closer, boolean wrapsStatements, Examples examples) {
  /// Code as an example.
  ///
  /// @param expression what is evaluated at once
  /// @param timed what it is worth to measure
  /// @param timing how it is measured, in a sentence
  /// @param function defines a function `f` of one number
  public record Examples(String expression, String timed, String timing, String function) {}
}
