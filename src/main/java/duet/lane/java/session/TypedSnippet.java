package duet.lane.java.session;

import duet.lane.java.compile.CompileErrors;
import java.util.List;

/// A snippet and its place in what was typed.
///
/// @param name what the whole input is called
/// @param text the whole input
/// @param start the offset at which the snippet begins
record TypedSnippet(String name, String text, int start) {
  /// Where a line of the snippet is, such as `java 3:2`.
  ///
  /// @param line counted from 1
  String place(int line) {
    return name + ":" + (lineOf(start) + line - 1);
  }

  /// The text of a line of the snippet.
  String line(int line) {
    List<String> lines = text.lines().toList();
    int index = lineOf(start) + line - 2;
    return index >= 0 && index < lines.size() ? lines.get(index).strip() : "";
  }

  /// An error message: file and line, the message, the line itself, a caret.
  ///
  /// @param offset the place, counted from the snippet's beginning
  String complaint(long offset, String message) {
    int at = Math.clamp(start + offset, 0, text.length());
    int begin = text.lastIndexOf('\n', at - 1) + 1;
    int end = text.indexOf('\n', begin);
    String own = text.substring(begin, end < 0 ? text.length() : end);
    return CompileErrors.at(name, lineOf(at), own, at - begin, message);
  }

  private int lineOf(int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }
}
