package duet.repl;

import java.util.ArrayList;
import java.util.List;

/// Splits a command line into words like a shell: quotes and backslashes protect spaces.
final class CommandWords {
  private CommandWords() {}

  /// All words of a line.
  static List<String> of(String line) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
        word.append(line.charAt(++i));
        inWord = true;
      } else if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        inWord = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }

  /// The index at which the last word of a line begins; the line's length after a space.
  static int lastWordOf(String line) {
    int from = line.length();
    while (from > 0
        && !Character.isWhitespace(line.charAt(from - 1))
        && line.charAt(from - 1) != ',') {
      from--;
    }
    return from == 0 && line.startsWith(CodeAssistant.COMMAND)
        ? CodeAssistant.COMMAND.length()
        : from;
  }
}
