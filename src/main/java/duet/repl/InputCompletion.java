package duet.repl;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/// Completes an input: commands, or code in a live language.
///
/// @param mode the mode of the prompt
/// @param languages the live languages
/// @param typing completes code
record InputCompletion(
    PromptMode mode, LiveLanguages languages, CodeAssistant typing, CommandCompletion commands)
    implements Completer {
  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String text = line.line();
    int cursor = line.cursor();
    CodeSpan code = languages.codeIn(mode, text);
    if (code.mode().isForCommands()) {
      candidates.addAll(commands.complete(text, cursor));
    } else if (code.mode().isLive() && cursor >= code.from()) {
      CodeAssistant.Suggested suggested =
          typing.complete(code.mode(), text.substring(code.from()), cursor - code.from());
      for (String item : suggested.items()) {
        candidates.add(new Candidate(item, item, null, null, null, null, false));
      }
    }
  }
}
