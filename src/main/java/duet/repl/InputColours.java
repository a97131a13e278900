package duet.repl;

import duet.console.Theme;
import duet.render.terminal.CodeColours;
import java.util.HashMap;
import java.util.Map;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/// Highlights the code in the line that the user is typing.
final class InputColours implements Highlighter {
  private final PromptMode mode;
  private final LiveLanguages languages;
  private final Theme theme;
  private final Map<PromptMode, CodeColours> colours = new HashMap<>();

  InputColours(PromptMode mode, LiveLanguages languages, Theme theme) {
    this.mode = mode;
    this.languages = languages;
    this.theme = theme;
  }

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    CodeSpan code = languages.codeIn(mode, buffer);
    return new AttributedStringBuilder()
        .append(buffer.substring(0, code.from()))
        .append(
            colours.computeIfAbsent(code.mode(), this::coloursOf).of(buffer.substring(code.from())))
        .toAttributedString();
  }

  private CodeColours coloursOf(PromptMode language) {
    return new CodeColours(
        language.lane().map(lane -> lane.description().highlighting()).orElse(""), theme);
  }
}
