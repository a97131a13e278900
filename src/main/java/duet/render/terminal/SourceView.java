package duet.render.terminal;

import duet.console.Cells;
import duet.console.Screen;
import duet.console.Theme.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;

/// Sources on a screen: highlighted, and where two of them fit, side by side.
public final class SourceView {
  private static final String BETWEEN = " │ ";
  private static final int NUMBER = 4;
  private static final int COLORS = 8;

  /// A source to show.
  ///
  /// @param language the name of its highlighting, `python` or `java`
  /// @param title what stands above it
  public record Source(String language, String title, String text) {}

  private final Screen screen;

  public SourceView(Screen screen) {
    this.screen = screen;
  }

  /// Writes the sources, all of every line: what does not fit its column goes on below.
  public void write(List<Source> sources) {
    if (sources.size() == 2 && LiveView.fitsSideBySide(screen.width())) {
      int column = (screen.width() - BETWEEN.length()) / 2;
      List<String> left = lines(sources.get(0), column);
      List<String> right = lines(sources.get(1), column);
      for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
        String leftText = i < left.size() ? left.get(i) : " ".repeat(column);
        screen.line((leftText + BETWEEN + (i < right.size() ? right.get(i) : "")).stripTrailing());
      }
      return;
    }
    for (int i = 0; i < sources.size(); i++) {
      if (i > 0) {
        screen.line("");
      }
      lines(sources.get(i), screen.width()).forEach(line -> screen.line(line.stripTrailing()));
    }
  }

  /// The source's lines, each filled up to the width; not wrapped where the width is 0.
  private List<String> lines(Source source, int width) {
    var lines = new ArrayList<String>();
    lines.add(screen.theme().paint(Role.TITLE, fill(new AttributedString(source.title()), width)));
    List<AttributedString> code = highlighted(source);
    IntStream.range(0, code.size())
        .forEach(
            i -> {
              String number = String.format("%" + (NUMBER - 1) + "d ", i + 1);
              List<AttributedString> pieces =
                  width == 0 ? List.of(code.get(i)) : code.get(i).columnSplitLength(width - NUMBER);
              for (int p = 0; p < Math.max(1, pieces.size()); p++) {
                var piece = pieces.isEmpty() ? AttributedString.EMPTY : pieces.get(p);
                lines.add(
                    screen.theme().paint(Role.FAINT, p == 0 ? number : " ".repeat(NUMBER))
                        + fill(piece, width - NUMBER));
              }
            });
    return lines;
  }

  private List<AttributedString> highlighted(Source source) {
    List<String> plain = source.text().lines().map(Cells::printable).toList();
    if (!screen.theme().coloured()) {
      return plain.stream().map(AttributedString::new).toList();
    }
    return new CodeColours(source.language(), screen.theme())
        .of(String.join("\n", plain))
        .columnSplitLength(Integer.MAX_VALUE);
  }

  private String fill(AttributedString text, int width) {
    String shown =
        screen.theme().coloured()
            ? text.toAnsi(COLORS, AttributedString.ForceMode.None)
            : text.toString();
    return shown + " ".repeat(Math.max(0, width - text.columnLength()));
  }
}
