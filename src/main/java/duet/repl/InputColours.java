package duet.repl;

import duet.console.Theme;
import duet.render.terminal.CodeColours;
import java.util.EnumMap;
import java.util.Map;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/// Colours what is typed: the code in it, in its language.
final class InputColours implements Highlighter {
  private final PromptMode mode;
  private final Theme theme;
  private final Map<PromptMode, CodeColours> colours = new EnumMap<>(PromptMode.class);

  InputColours(PromptMode mode, Theme theme) {
    this.mode = mode;
    this.theme = theme;
  }

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    CodeSpan code = CodeSpan.in(mode, buffer);
    return new AttributedStringBuilder()
        .append(buffer.substring(0, code.from()))
        .append(
            colours.computeIfAbsent(code.mode(), this::coloursOf).of(buffer.substring(code.from())))
        .toAttributedString();
  }

  private CodeColours coloursOf(PromptMode language) {
    return new CodeColours(language.lane().map(lane -> lane.id()).orElse(""), theme);
  }
}
