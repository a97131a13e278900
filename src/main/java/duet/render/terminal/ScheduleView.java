package duet.render.terminal;

import duet.console.Cells;
import duet.console.Screen;
import duet.console.Theme.Role;
import duet.console.WordWrap;
import duet.explore.Fault;
import duet.lane.protocol.PlayedSchedule;
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
  private static final int WIDEST = 60;
  private static final int FEW_ROWS = 24;
  private static final int MOST_ROWS = 40;

  /// How many rows are shown before and behind those that a fault is about.
  private static final int AROUND = 2;

  private static final String JOIN = "waits for the end of ";

  private final Screen screen;
  private final ScheduleRows words;

  /// @param source the lines of the script
  public ScheduleView(Screen screen, List<String> source) {
    this.screen = screen;
    words = new ScheduleRows(source);
  }

  /// Writes the schedule, and what went wrong in it.
  public void show(PlayedSchedule played) {
    Optional<Fault> fault = Fault.of(played);
    List<Row> all = ScheduleRows.of(played.steps(), 0, played.length());
    List<Row> rows = around(all, fault);
    var threads = new ArrayList<>(new TreeSet<>(rows.stream().map(Row::thread).toList()));
    List<Waiting> waits = waits(played);
    waits.stream()
        .map(Waiting::thread)
        .filter(thread -> !threads.contains(thread))
        .forEach(threads::add);
    var columns = new Columns(threads, columnWidth(threads.size()), played.threads());
    columns.header();
    int before = rows.isEmpty() ? 0 : all.indexOf(rows.getFirst());
    hidden(before, "before");
    rows.forEach(row -> columns.line(row.thread(), words.text(row)));
    hidden(all.size() - before - rows.size(), "after");
    waits.forEach(
        wait ->
            columns.line(
                wait.thread(),
                (wait.line() > 0 ? ScheduleRows.number(wait.line()) : "") + wait.text()));
    fault.ifPresent(
        one ->
            WordWrap.wrap(one.sentence(), screen.live() ? screen.width() - 2 : 0)
                .forEach(line -> screen.line("  " + screen.theme().paint(Role.BAD, line))));
  }

  /// What the threads of a deadlock wait for. Whoever only waits for one of them to end is left
  /// out.
  private static List<Waiting> waits(PlayedSchedule played) {
    List<Waiting> locked =
        played.waits().stream().filter(wait -> !wait.text().startsWith(JOIN)).toList();
    return locked.isEmpty() ? played.waits() : locked;
  }

  private void hidden(int count, String where) {
    if (count > 0) {
      String rows = count == 1 ? " row " : " rows ";
      screen.line(screen.theme().paint(Role.FAINT, "  … " + count + rows + where));
    }
  }

  /// All rows if they are few, or else those that the fault is about.
  private static List<Row> around(List<Row> all, Optional<Fault> fault) {
    if (all.size() <= FEW_ROWS) {
      return all;
    }
    int first = Math.max(0, all.size() - MOST_ROWS);
    int last = all.size();
    if (fault.isPresent() && fault.get().first() >= 0) {
      first = Math.max(0, row(all, fault.get().first()) - AROUND);
      last = Math.min(all.size(), row(all, fault.get().last()) + AROUND + 1);
    }
    return all.subList(Math.max(first, last - MOST_ROWS), last);
  }

  /// The row that a step is in.
  private static int row(List<Row> rows, int step) {
    int row = 0;
    while (row + 1 < rows.size() && rows.get(row + 1).first() <= step) {
      row++;
    }
    return row;
  }

  private int columnWidth(int columns) {
    int width = screen.width() > 0 ? screen.width() : WITHOUT_TERMINAL;
    return Math.min(WIDEST, (width - 3) / Math.max(1, columns) - 1);
  }

  /// The columns of the threads. Where they would get too narrow, there is one, and each row begins
  /// with its thread.
  private final class Columns {
    private final List<Integer> threads;
    private final List<String> names;
    private final boolean isOne;
    private final int width;
    private final int widest;

    Columns(List<Integer> threads, int width, List<String> names) {
      this.threads = threads;
      this.names = names.stream().map(Cells::printable).toList();
      isOne = width < NARROWEST;
      widest =
          threads.stream()
              .mapToInt(thread -> Cells.columns(this.names.get(thread)))
              .max()
              .orElse(0);
      this.width = isOne ? (screen.width() > 0 ? screen.width() : WITHOUT_TERMINAL) - 5 : width;
    }

    void header() {
      var line = new StringBuilder(" ");
      for (int thread : isOne ? List.<Integer>of() : threads) {
        String name = Cells.fit(names.get(thread), width);
        line.append(' ').append(screen.theme().paintThread(thread, name));
      }
      if (!isOne) {
        screen.line(line.toString().stripTrailing());
      }
    }

    void line(int thread, String text) {
      String indent =
          isOne
              ? "  " + Cells.fit(names.get(thread), widest) + " "
              : " ".repeat(2 + threads.indexOf(thread) * (width + 1));
      int room = isOne ? width - widest : width;
      boolean isLast = !isOne && thread == threads.getLast();
      String shown =
          isLast && screen.width() == 0
              ? Cells.printable(text)
              : Cells.fit(Cells.printable(text), Math.max(1, room)).stripTrailing();
      screen.line(indent + screen.theme().paintThread(thread, shown));
    }
  }
}
