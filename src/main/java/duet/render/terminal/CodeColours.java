package duet.render.terminal;

import duet.console.Theme;
import org.jline.builtins.SyntaxHighlighter;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/// Colours code, as it is shown and as it is typed.
public final class CodeColours {
  private final String language;
  private final boolean coloured;
  private @Nullable SyntaxHighlighter highlighter;

  /// @param language the name of its colouring, `python` or `java`; empty for none
  public CodeColours(String language, Theme theme) {
    this.language = language;
    coloured = theme.coloured() && !language.isEmpty();
  }

  /// The text in colour.
  public AttributedString of(String text) {
    if (!coloured) {
      return new AttributedString(text);
    }
    if (highlighter == null) {
      highlighter =
          SyntaxHighlighter.build("classpath:/duet/render/terminal/" + language + ".nanorc");
    }
    return highlighter.highlight(text);
  }
}
