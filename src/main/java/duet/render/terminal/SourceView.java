package duet.render.terminal;

import duet.console.Cells;
import duet.console.Screen;
import duet.console.Theme.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;

/// Shows sources on a screen: highlighted, and side by side if they fit.
public final class SourceView {
  private static final String BETWEEN = " │ ";
  private static final int NUMBER = 4;
  private static final int COLORS = 8;

  /// A source to show.
  ///
  /// @param highlighting the name of its syntax; empty for none
  /// @param title the line above it
  public record Source(String highlighting, String title, String text) {}

  private final Screen screen;

  public SourceView(Screen screen) {
    this.screen = screen;
  }

  /// Writes the sources in full: a line that is too long continues below, within its column.
  public void write(List<Source> sources) {
    if (sources.size() > 1 && LiveView.fitsSideBySide(screen.width(), sources.size())) {
      writeSideBySide(sources);
      return;
    }
    for (int i = 0; i < sources.size(); i++) {
      if (i > 0) {
        screen.line("");
      }
      lines(sources.get(i), screen.width()).forEach(line -> screen.line(line.stripTrailing()));
    }
  }

  private void writeSideBySide(List<Source> sources) {
    int column = (screen.width() - BETWEEN.length() * (sources.size() - 1)) / sources.size();
    List<List<String>> columns = sources.stream().map(source -> lines(source, column)).toList();
    int height = columns.stream().mapToInt(List::size).max().orElse(0);
    String blank = " ".repeat(column);
    for (int i = 0; i < height; i++) {
      int at = i;
      screen.line(
          columns.stream()
              .map(lines -> at < lines.size() ? lines.get(at) : blank)
              .collect(Collectors.joining(BETWEEN))
              .stripTrailing());
    }
  }

  /// The source's lines, each padded to the width; not wrapped if the width is 0.
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
    return new CodeColours(source.highlighting(), screen.theme())
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
