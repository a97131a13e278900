package duet.repl;

import duet.lane.protocol.HostOrder.Completeness;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/// Tells JLine whether an input is complete and which word the cursor is in.
record InputParser(PromptMode mode, LiveLanguages languages, CodeAssistant typing)
    implements Parser {
  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE) {
      CodeAssistant.Examined examined = typing.examine(mode, line);
      if (examined.completeness() == Completeness.INCOMPLETE) {
        throw new EOFError(-1, -1, "incomplete", "", examined.indent(), null);
      }
    }
    CodeSpan code = languages.codeIn(mode, line);
    boolean isCommand = code.mode().isForCommands() || cursor < code.from();
    int from =
        isCommand ? CommandWords.lastWordOf(line.substring(0, cursor)) : nameBefore(line, cursor);
    return new ParsedInput(line, cursor, line.substring(from, cursor));
  }

  private static int nameBefore(String line, int cursor) {
    int from = cursor;
    while (from > 0 && Character.isJavaIdentifierPart(line.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  /// @param word the part of the word that is before the cursor
  private record ParsedInput(String line, int cursor, String word) implements CompletingParsedLine {
    @Override
    public int wordCursor() {
      return word.length();
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return word.length();
    }

    @Override
    public int rawWordLength() {
      return word.length();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word);
    }
  }
}
