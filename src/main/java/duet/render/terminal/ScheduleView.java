package duet.render.terminal;

import duet.console.Cells;
import duet.console.Screen;
import duet.console.Theme.Role;
import duet.console.WordWrap;
import duet.explore.Fault;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import duet.lane.protocol.PlayedSchedule.Waiting;
import duet.render.ScheduleRows;
import duet.render.ScheduleRows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Shows a schedule: a column for each thread, a row for what a thread does before another one goes
/// on with its own line, with the values that it reads and writes.
public final class ScheduleView {
  private static final int NARROWEST = 24;
  private static final int WITHOUT_TERMINAL = 120;
  private static final int MOST_ROWS = 60;

  private final Screen screen;
  private final ScheduleRows words;

  /// @param source the lines of the script
  public ScheduleView(Screen screen, List<String> source) {
    this.screen = screen;
    words = new ScheduleRows(source);
  }

  /// Writes the schedule, and what went wrong in it.
  public void show(PlayedSchedule played) {
    List<Row> rows = ScheduleRows.of(played.steps(), 0, played.length());
    var threads = new ArrayList<>(new TreeSet<>(rows.stream().map(Row::thread).toList()));
    if (played.end() == End.DEADLOCK) {
      played.waits().stream()
          .map(Waiting::thread)
          .filter(thread -> !threads.contains(thread))
          .forEach(threads::add);
    }
    int width = columnWidth(threads.size());
    header(played, threads, width);
    int hidden = Math.max(0, rows.size() - MOST_ROWS);
    for (int i = hidden == 0 ? 0 : hidden; i < rows.size(); i++) {
      if (i == hidden && hidden > 0) {
        screen.line(screen.theme().paint(Role.FAINT, "  … " + hidden + " rows before"));
      }
      Row row = rows.get(i);
      line(threads.indexOf(row.thread()), row.thread(), words.text(row), width);
    }
    if (played.end() == End.DEADLOCK) {
      for (Waiting wait : played.waits()) {
        String text = (wait.line() > 0 ? ScheduleRows.number(wait.line()) : "") + wait.text();
        line(threads.indexOf(wait.thread()), wait.thread(), text, width);
      }
    }
    Optional<Fault> fault = Fault.of(played);
    fault.ifPresent(
        one ->
            WordWrap.wrap(one.sentence(), screen.live() ? screen.width() - 2 : 0)
                .forEach(line -> screen.line("  " + screen.theme().paint(Role.BAD, line))));
  }

  private int columnWidth(int columns) {
    int width = screen.width() > 0 ? screen.width() : WITHOUT_TERMINAL;
    return Math.max(NARROWEST, (width - 3) / Math.max(1, columns) - 1);
  }

  private void header(PlayedSchedule played, List<Integer> threads, int width) {
    var line = new StringBuilder("  ");
    for (int thread : threads) {
      String name = Cells.fit(Cells.printable(played.threads().get(thread)), width);
      line.append(screen.theme().paintThread(thread, name)).append(' ');
    }
    screen.line(line.toString().stripTrailing());
  }

  private void line(int column, int thread, String text, int width) {
    String indent = " ".repeat(2 + column * (width + 1));
    boolean isLast = column < 0;
    String shown = isLast ? text : Cells.fit(Cells.printable(text), width).stripTrailing();
    screen.line(indent + screen.theme().paintThread(thread, shown));
  }
}
