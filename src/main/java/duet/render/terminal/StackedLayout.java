package duet.render.terminal;

import duet.console.Cells;
import duet.console.Screen;
import duet.console.Theme.Role;
import duet.lane.protocol.HostMessage.Line;
import duet.render.ThreadLabels;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Shows all lanes in one column: a row for each line, in time order, with its lane's name first.
/// It is for narrow terminals, for a single lane, and for anything that is not a terminal; there,
/// rows are never wrapped.
final class StackedLayout implements RowLayout {
  private static final int THREAD = 10;

  private final Screen screen;
  private final int laneWidth;
  private final List<String> lanes;
  private final Map<String, ThreadLabels> threads = new HashMap<>();

  StackedLayout(Screen screen, List<String> lanes) {
    this.screen = screen;
    this.lanes = List.copyOf(lanes);
    laneWidth = lanes.stream().mapToInt(String::length).max().orElse(0);
    lanes.forEach(lane -> threads.put(lane, new ThreadLabels()));
  }

  @Override
  public void head(Map<String, String> runtimes) {
    lanes.forEach(
        lane ->
            screen.line(
                screen
                    .theme()
                    .paint(
                        Role.TITLE,
                        Cells.fit(lane, laneWidth)
                            + "  "
                            + Cells.printable(runtimes.getOrDefault(lane, "")))));
  }

  @Override
  public long tickNanos() {
    return 0;
  }

  @Override
  public void write(LogRow row) {
    row.lines().forEach(this::write);
  }

  private void write(String lane, Line line) {
    ThreadLabels.Label label =
        threads.computeIfAbsent(lane, _ -> new ThreadLabels()).of(line.thread(), line.tid());
    String text = Cells.printable(screen.live() ? Cells.abridged(line.text()) : line.text());
    String painted =
        switch (line.stream()) {
          case ERR -> screen.theme().paint(Role.BAD, text);
          case NOTE, HTML -> screen.theme().paint(Role.FAINT, text);
          case OUT -> screen.theme().paintThread(label.index(), text);
        };
    String thread = label.text().length() > THREAD ? label.text() : Cells.fit(label.text(), THREAD);
    screen.line(
        (Cells.fit(lane, laneWidth)
                + screen
                    .theme()
                    .paint(Role.FAINT, String.format(Locale.ROOT, " %7.3f ", line.seconds()))
                + screen.theme().paintThread(label.index(), thread)
                + " "
                + painted)
            .stripTrailing());
  }
}
