package duet.render.terminal;

import duet.console.Cells;
import duet.console.Screen;
import duet.console.Theme.Role;
import duet.console.WordWrap;
import duet.explore.Fault;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import duet.lane.protocol.PlayedSchedule.Step;
import duet.lane.protocol.PlayedSchedule.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Shows a schedule: a column for each thread, a row for what a thread does before another one goes
/// on with its own line, with the values that it reads and writes.
public final class ScheduleView {
  private static final int NARROWEST = 24;
  private static final int WITHOUT_TERMINAL = 120;
  private static final int MOST_ROWS = 60;
  private static final String ARROW = " → ";

  private final Screen screen;
  private final List<String> source;

  /// What one thread does on one line of the script.
  private record Row(int thread, int line, List<Step> steps) {}

  /// @param source the lines of the script
  public ScheduleView(Screen screen, List<String> source) {
    this.screen = screen;
    this.source = List.copyOf(source);
  }

  /// Writes the schedule, and what went wrong in it.
  public void show(PlayedSchedule played) {
    List<Row> rows = rows(played.steps());
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
      line(threads.indexOf(row.thread), row.thread, text(row), width);
    }
    if (played.end() == End.DEADLOCK) {
      for (Waiting wait : played.waits()) {
        String text = (wait.line() > 0 ? number(wait.line()) : "") + wait.text();
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

  /// Steps of one thread on one line that follow each other make one row. A thread's beginning and
  /// end, and what main does to start and await the others, need none.
  private static List<Row> rows(List<Step> steps) {
    var rows = new ArrayList<Row>();
    for (Step step : steps) {
      if (isPlain(step)) {
        continue;
      }
      Row last = rows.isEmpty() ? null : rows.getLast();
      if (last != null && last.thread == step.thread() && last.line == step.line()) {
        last.steps.add(step);
      } else {
        rows.add(new Row(step.thread(), step.line(), new ArrayList<>(List.of(step))));
      }
    }
    return rows;
  }

  private static boolean isPlain(Step step) {
    return switch (step.op()) {
      case "begin", "end", "start", "join" -> true;
      default -> false;
    };
  }

  private String text(Row row) {
    String code = row.line > 0 && row.line <= source.size() ? source.get(row.line - 1).strip() : "";
    if (code.endsWith(";")) {
      code = code.substring(0, code.length() - 1);
    }
    var text = new StringBuilder(row.line > 0 ? number(row.line) : "");
    boolean isWhole = code.length() <= 40;
    if (isWhole) {
      text.append(code);
    }
    for (int i = 0; i < row.steps.size(); i++) {
      Step step = row.steps.get(i);
      if (!isWhole) {
        text.append(i == 0 ? "" : ", ").append(what(step));
      }
      if (!step.value().isEmpty()) {
        text.append(ARROW).append(step.value());
      } else if (isWhole && !step.text().isEmpty()) {
        text.append(" (").append(step.text()).append(')');
      }
    }
    return text.toString();
  }

  private static final Map<String, String> WORDS =
      Map.of("lock", "locks", "unlock", "unlocks", "notify", "notifies", "wait", "waits");

  private static String what(Step step) {
    return switch (step.op()) {
      case "read", "write", "call" -> step.name();
      default -> (WORDS.getOrDefault(step.op(), step.op() + "s") + " " + step.name()).strip();
    };
  }

  private static String number(int line) {
    return String.format("%3d  ", line);
  }
}
