package duet.render.terminal;

import duet.console.Cells;
import duet.console.Screen;
import duet.console.Theme.Role;
import duet.console.WordWrap;
import duet.lane.protocol.HostMessage.Line;
import duet.render.ThreadLabels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Shows lanes in columns. A line that is too long continues below, within its column.
final class SideBySideLayout implements RowLayout {
  private static final String BETWEEN = " │ ";
  private static final long TICK_NANOS = 20_000_000;
  private static final int TIME = 7;
  private static final int THREAD = 8;
  private static final int NARROWEST = 30;

  private final Screen screen;
  private final List<String> lanes;
  private int column;
  private int threadWidth;
  private final Map<String, ThreadLabels> threads = new HashMap<>();

  SideBySideLayout(Screen screen, List<String> lanes) {
    this.screen = screen;
    this.lanes = List.copyOf(lanes);
    lanes.forEach(lane -> threads.put(lane, new ThreadLabels()));
    fit();
  }

  /// Fits the columns to the current width of the screen.
  private void fit() {
    int between = BETWEEN.length() * (lanes.size() - 1);
    column = Math.max(NARROWEST, (screen.width() - between) / lanes.size());
    threadWidth = Math.clamp(column / 6, THREAD, 14);
  }

  @Override
  public void head(Map<String, String> runtimes) {
    String last = heading(lanes.getLast(), runtimes).stripTrailing();
    screen.line(
        lanes.stream()
            .limit(lanes.size() - 1L)
            .map(lane -> heading(lane, runtimes) + BETWEEN)
            .collect(Collectors.joining("", "", last)));
  }

  @Override
  public long tickNanos() {
    return TICK_NANOS;
  }

  @Override
  public void write(LogRow row) {
    fit();
    List<List<String>> cells =
        lanes.stream()
            .map(lane -> cell(row.lines().get(lane), Objects.requireNonNull(threads.get(lane))))
            .toList();
    String blank = " ".repeat(column);
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < height; i++) {
      int at = i;
      screen.line(
          cells.stream()
              .map(cell -> at < cell.size() ? cell.get(at) : blank)
              .collect(Collectors.joining(BETWEEN))
              .stripTrailing());
    }
  }

  private String heading(String lane, Map<String, String> runtimes) {
    String text =
        " "
            + Cells.fit(lane, Math.max(TIME, Cells.columns(lane)))
            + " "
            + Cells.printable(runtimes.getOrDefault(lane, ""));
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
            case NOTE, HTML -> screen.theme().paint(Role.FAINT, fitted);
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
