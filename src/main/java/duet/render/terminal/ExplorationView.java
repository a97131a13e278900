package duet.render.terminal;

import duet.console.Cells;
import duet.console.Screen;
import duet.console.StatusLine;
import duet.console.Table;
import duet.console.Table.Column;
import duet.console.Theme.Role;
import duet.console.WordWrap;
import duet.explore.Exploration;
import duet.explore.Finding;
import duet.explore.Result;
import duet.explore.Steps;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import duet.scenario.Grade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Shows the explorations of one scenario: their progress, the table of results, and the shortest
/// schedule of each lane that matters.
public final class ExplorationView {
  private static final int BAR = 24;
  private static final int RESULT_COLUMNS = 44;
  private static final int TOKENS = 5;

  private final Screen screen;
  private final StatusLine status;

  public ExplorationView(Screen screen) {
    this.screen = screen;
    status = new StatusLine(screen);
  }

  /// Writes the title.
  public void begins(String scenario, String title) {
    String left = Cells.printable(title.isEmpty() ? scenario : scenario + " · " + title);
    screen.line(
        screen.theme().paint(Role.TITLE, left)
            + screen.spread(left, "explore").substring(left.length()));
    screen.flush();
  }

  /// Shows the progress of a lane.
  public void progress(String lane, int played, int all, Duration time) {
    double seconds = time.toNanos() / 1e9;
    int filled = (int) Math.min(BAR, (long) played * BAR / Math.max(1, all));
    status.show(
        text(
            " %s %s%s %,d of %,d schedules · %,.0f a second",
            lane,
            "█".repeat(filled),
            "░".repeat(BAR - filled),
            played,
            all,
            seconds > 0 ? played / seconds : 0));
    screen.flush();
  }

  /// A lane's host is being started.
  public void starts(String lane) {
    status.show(" " + lane + " starting …");
    screen.flush();
  }

  /// Writes the table of results.
  public void table(List<Exploration> all) {
    status.clear();
    List<Exploration> shown = all.stream().filter(one -> one.played() > 0).toList();
    if (!shown.isEmpty()) {
      table(shown, rows(shown)).lines().forEach(screen::line);
    }
    for (Exploration one : all) {
      remarks(one);
    }
    screen.flush();
  }

  /// The results, aspect by aspect, the more frequent ones first.
  private static List<Result> rows(List<Exploration> all) {
    var counts = new LinkedHashMap<Result, Integer>();
    all.forEach(
        one -> one.findings().forEach(it -> counts.merge(it.result(), it.count(), Integer::sum)));
    List<String> aspects = counts.keySet().stream().map(Result::aspect).distinct().toList();
    return counts.keySet().stream()
        .sorted(
            Comparator.<Result>comparingInt(result -> aspects.indexOf(result.aspect()))
                .thenComparing(
                    Comparator.<Result>comparingInt(result -> counts.getOrDefault(result, 0))
                        .reversed()))
        .toList();
  }

  private Table table(List<Exploration> shown, List<Result> rows) {
    var columns = new ArrayList<>(List.of(Column.left(12)));
    columns.add(Column.left(Math.min(24, RESULT_COLUMNS)));
    shown.forEach(_ -> columns.add(Column.right(9)));
    columns.add(Column.left(0).after(2));
    columns.add(Column.left(0).after(2));
    var table = new Table(1, columns);
    var titles = new ArrayList<>(List.of("", ""));
    shown.forEach(one -> titles.add(one.lane()));
    table.row(titles);
    var counts = new ArrayList<>(List.of("schedules", "played"));
    shown.forEach(one -> counts.add(text("%,d", one.played())));
    table.row(counts);
    String aspect = null;
    for (Result row : rows) {
      var cells = new ArrayList<String>();
      String name = row.aspect().isEmpty() ? "results" : row.aspect();
      cells.add(name.equals(aspect) ? "" : Cells.printable(name));
      cells.add(Cells.fit(Cells.printable(row.text()), RESULT_COLUMNS).stripTrailing());
      var first = new StringBuilder();
      for (Exploration one : shown) {
        Optional<Finding> finding = finding(one, row);
        cells.add(text("%,d", finding.map(Finding::count).orElse(0)));
        finding
            .filter(one.worthShowing()::contains)
            .ifPresent(it -> first.append(first.isEmpty() ? "first at " : ", ").append(it.first()));
      }
      cells.add(row.grade().map(this::painted).orElse(""));
      cells.add(first.toString());
      table.row(cells);
      aspect = name;
    }
    for (End end : End.values()) {
      if (shown.stream().anyMatch(one -> one.unfinished().containsKey(end))) {
        var cells = new ArrayList<>(List.of(words(end), ""));
        shown.forEach(one -> cells.add(text("%,d", one.unfinished().getOrDefault(end, 0))));
        table.row(cells);
      }
    }
    return table;
  }

  private static String words(End end) {
    return switch (end) {
      case CUT -> "too long";
      case HUNG -> "hung";
      case CRASHED -> "crashed";
      case REFUSED -> "refused";
      case DIVERGED -> "diverged";
      case COMPLETED, DEADLOCK, EXCEPTION, EXITED -> end.word();
    };
  }

  private static Optional<Finding> finding(Exploration one, Result row) {
    return one.findings().stream().filter(it -> it.result().equals(row)).findFirst();
  }

  private void remarks(Exploration one) {
    one.problem().lines().forEach(this::paragraph); // an error may show its line and its place
    if (!one.unfinished().isEmpty()) {
      int count = one.unfinished().values().stream().mapToInt(Integer::intValue).sum();
      paragraph(
          one.lane() + ": " + count + " of " + one.played() + " schedules did not end" + why(one));
    }
    if (!one.covered().isEmpty()) {
      paragraph(one.lane() + ": these are all: " + one.covered() + ".");
    }
    if (one.io()) {
      paragraph(
          one.lane()
              + ": the script does real input or output, so its schedules may go another way when"
              + " they are played again.");
    }
  }

  private static String why(Exploration one) {
    String why = one.why().isEmpty() ? "." : ": " + one.why() + ".";
    return one.unfinished().containsKey(End.CUT)
        ? why + " Let the script do less, such as fewer iterations; --arg gives it an argument."
        : why;
  }

  /// Writes the shortest schedule of a lane's worst finding, and how to play it again.
  ///
  /// @param source the lines of the lane's script
  /// @param name what the user calls the scenario
  public void findings(Exploration one, List<String> source, String name) {
    List<Finding> worth = one.worthShowing();
    if (worth.isEmpty()) {
      return;
    }
    Finding worst = worth.getFirst();
    screen.line("");
    int switches = new Steps(worst.schedule()).preemptions();
    paragraph(
        text(
            "%s with %s (%s, %d %s, %s):",
            worst.isMinimised() ? "The shortest schedule found" : "The first schedule",
            quoted(worst.result()),
            one.lane(),
            worst.schedule().length(),
            worst.schedule().length() == 1 ? "step" : "steps",
            switches == 0
                ? "no thread loses its turn"
                : switches == 1
                    ? "one thread loses its turn"
                    : switches + " times a thread loses its turn"));
    new ScheduleView(screen, source).show(worst.schedule());
    screen.line("");
    for (Finding finding : worth.subList(0, Math.min(TOKENS, worth.size()))) {
      screen.line(
          " "
              + screen.theme().paint(Role.CODE, "duet replay " + one.token(finding) + " " + name)
              + (worth.size() > 1 ? "   " + quoted(finding.result()) : ""));
    }
    screen.flush();
  }

  private static String quoted(Result result) {
    String text = Cells.printable(result.text());
    String aspect = result.aspect().isEmpty() ? "" : Cells.printable(result.aspect()) + ": ";
    return "'" + Cells.fit(aspect + text, RESULT_COLUMNS).strip() + "'";
  }

  /// Writes one schedule that was played again.
  public void replayed(String lane, PlayedSchedule played, List<String> source, String result) {
    status.clear();
    paragraph(text("%s, %d steps: %s", lane, played.length(), result));
    new ScheduleView(screen, source).show(played);
    if (!played.lines().isEmpty()) {
      screen.line("");
      played
          .lines()
          .forEach(
              line ->
                  screen.line(
                      " "
                          + screen.theme().paint(Role.FAINT, played.threads().get(line.thread()))
                          + "  "
                          + Cells.printable(line.text())));
    }
    screen.flush();
  }

  private String painted(Grade grade) {
    return switch (grade) {
      case ACCEPTABLE -> screen.theme().paint(Role.GOOD, grade.word());
      case INTERESTING -> screen.theme().paint(Role.TITLE, grade.word());
      case FORBIDDEN -> screen.theme().paint(Role.BAD, grade.word());
    };
  }

  private void paragraph(String sentence) {
    int width = screen.live() && !sentence.startsWith(" ") ? screen.width() - 1 : 0;
    WordWrap.wrap(Cells.printable(sentence), width).forEach(line -> screen.line(" " + line));
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
