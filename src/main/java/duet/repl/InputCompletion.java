package duet.repl;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/// Completes an input: commands, or code in a live language.
///
/// @param mode what the prompt is for
/// @param typing knows the live languages
record InputCompletion(PromptMode mode, CodeAssistant typing, CommandCompletion commands)
    implements Completer {
  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String text = line.line();
    int cursor = line.cursor();
    CodeSpan code = CodeSpan.in(mode, text);
    if (code.mode() == PromptMode.DUET) {
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
