package duet.render.terminal;

import duet.console.Cells;
import duet.console.Screen;
import duet.console.Theme.Role;
import duet.console.WordWrap;
import duet.lane.protocol.HostMessage.Line;
import duet.render.ThreadLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two lanes in two columns. A line too long for its column goes on below, and never reaches into
/// the other one.
final class SideBySideLayout implements RowLayout {
  private static final String BETWEEN = " │ ";
  private static final long TICK_NANOS = 20_000_000;
  private static final int TIME = 7;
  private static final int THREAD = 8;
  private static final int NARROWEST = 30;

  private final Screen screen;
  private final String left;
  private final String right;
  private int column;
  private int threadWidth;
  private final ThreadLabels leftThreads = new ThreadLabels();
  private final ThreadLabels rightThreads = new ThreadLabels();

  SideBySideLayout(Screen screen, String left, String right) {
    this.screen = screen;
    this.left = left;
    this.right = right;
    fit();
  }

  /// Fits the columns to the screen as wide as it is now.
  private void fit() {
    column = Math.max(NARROWEST, (screen.width() - BETWEEN.length()) / 2);
    threadWidth = Math.clamp(column / 6, THREAD, 14);
  }

  @Override
  public void head(Map<String, String> runtimes) {
    screen.line(heading(left, runtimes) + BETWEEN + heading(right, runtimes).stripTrailing());
  }

  @Override
  public long tickNanos() {
    return TICK_NANOS;
  }

  @Override
  public void write(LogRow row) {
    fit();
    List<String> leftCell = cell(row.lines().get(left), leftThreads);
    List<String> rightCell = cell(row.lines().get(right), rightThreads);
    String blank = " ".repeat(column);
    for (int i = 0; i < Math.max(leftCell.size(), rightCell.size()); i++) {
      String leftText = i < leftCell.size() ? leftCell.get(i) : blank;
      String rightText = i < rightCell.size() ? rightCell.get(i) : "";
      screen.line((leftText + BETWEEN + rightText).stripTrailing());
    }
  }

  private String heading(String lane, Map<String, String> runtimes) {
    String text = " " + Cells.fit(lane, TIME) + " " + runtimes.getOrDefault(lane, "");
    return screen.theme().paint(Role.TITLE, Cells.fit(text, column));
  }

  private List<String> cell(@Nullable Line line, ThreadLabels threads) {
    if (line == null) {
      return List.of();
    }
    ThreadLabels.Label label = threads.of(line.thread(), line.tid());
    String time = String.format(Locale.ROOT, "%" + TIME + ".3f", line.seconds());
    String thread = Cells.fit(label.text(), threadWidth);
    String lead = time + " " + thread + " ";
    int textWidth = column - TIME - threadWidth - 2;
    var cell = new ArrayList<String>();
    for (String piece : WordWrap.cut(Cells.printable(Cells.abridged(line.text())), textWidth)) {
      String fitted = Cells.fit(piece, textWidth);
      String painted =
          switch (line.stream()) {
            case ERR -> screen.theme().paint(Role.BAD, fitted);
            case NOTE -> screen.theme().paint(Role.FAINT, fitted);
            case OUT -> screen.theme().paintThread(label.index(), fitted);
          };
      String front =
          cell.isEmpty()
              ? screen.theme().paint(Role.FAINT, time)
                  + " "
                  + screen.theme().paintThread(label.index(), thread)
                  + " "
              : " ".repeat(Cells.columns(lead));
      cell.add(front + painted);
    }
    return cell;
  }
}
