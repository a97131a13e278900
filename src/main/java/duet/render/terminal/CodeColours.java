package duet.render.terminal;

import duet.console.Theme;
import org.jline.builtins.SyntaxHighlighter;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/// Colours code that is shown or typed.
public final class CodeColours {
  private static final String FOLDER = "/duet/render/terminal/";

  private final String highlighting;
  private final boolean coloured;
  private @Nullable SyntaxHighlighter highlighter;

  /// @param highlighting the name of its syntax; if it is unknown, code is not coloured
  public CodeColours(String highlighting, Theme theme) {
    this.highlighting = highlighting;
    coloured =
        theme.coloured()
            && highlighting.matches("\\w+")
            && CodeColours.class.getResource(FOLDER + highlighting + ".nanorc") != null;
  }

  /// The text in colour.
  public AttributedString of(String text) {
    if (!coloured) {
      return new AttributedString(text);
    }
    if (highlighter == null) {
      highlighter = SyntaxHighlighter.build("classpath:" + FOLDER + highlighting + ".nanorc");
    }
    return highlighter.highlight(text);
  }
}
