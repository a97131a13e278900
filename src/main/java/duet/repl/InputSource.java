package duet.repl;

import java.util.List;

/// Where inputs come from.
interface InputSource extends AutoCloseable {
  /// The next input, which may have several lines.
  ///
  /// @throws org.jline.reader.EndOfFileException when there is none
  /// @throws org.jline.reader.UserInterruptException when the user wants to begin anew
  String read(PromptMode mode);

  /// Shows a line that nobody asked for, without damage to what is being typed.
  void showAbove(String line);

  /// What of the user's own files cannot be used so far; nobody has any where nobody types.
  default List<String> troubles() {
    return List.of();
  }

  /// Whether somebody types.
  boolean isInteractive();

  @Override
  void close();
}
