package duet.repl;

import java.util.List;

/// Where the prompt reads its inputs: a terminal, or a pipe or file.
interface InputSource extends AutoCloseable {
  /// The next input, which may have several lines.
  ///
  /// @throws org.jline.reader.EndOfFileException when there is none
  /// @throws org.jline.reader.UserInterruptException when the user drops the input with Ctrl-C
  String read(PromptMode mode);

  /// Shows a line above the input, without disturbing what the user is typing.
  void showAbove(String line);

  /// Messages about the user's files that cannot be read or written; only a terminal uses such
  /// files.
  default List<String> problems() {
    return List.of();
  }

  /// Whether a user is typing.
  boolean isInteractive();

  @Override
  void close();
}
