package duet.repl;

import duet.render.CodeColours;
import duet.render.Theme;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/// Colours what is typed: the code in it, in its language.
record InputColours(Mode mode, Theme theme) implements Highlighter {
  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    Code code = Code.in(mode, buffer);
    String language = code.mode().lane().map(lane -> lane.id()).orElse("");
    return new AttributedStringBuilder()
        .append(buffer.substring(0, code.from()))
        .append(new CodeColours(language, theme).of(buffer.substring(code.from())))
        .toAttributedString();
  }
}
