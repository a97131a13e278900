package duet.render.terminal;

import duet.compare.ResultCounts;
import duet.compare.Sweep;
import duet.console.Cells;
import duet.console.Screen;
import duet.console.StatusLine;
import duet.console.Table;
import duet.console.Table.Column;
import duet.console.Theme.Role;
import duet.console.WordWrap;
import duet.run.Run;
import duet.scenario.Grade;
import duet.scenario.LaneTitle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Shows many plays of one scenario on a screen: their progress and their result.
public final class SeriesView {
  private static final int BAR_CELLS = 24;
  private static final int NAME_COLUMNS = 23;
  private static final int RESULT_COLUMNS = 60;

  private final Screen screen;
  private final StatusLine status;
  private final Set<String> reported = new HashSet<>();

  public SeriesView(Screen screen) {
    this.screen = screen;
    status = new StatusLine(screen);
  }

  /// Writes the title.
  ///
  /// @param how the kind of series, in words
  public void begins(String scenario, String title, String how) {
    String left = Cells.printable(title.isEmpty() ? scenario : scenario + " · " + title);
    screen.line(
        screen.theme().paint(Role.TITLE, left) + screen.spread(left, how).substring(left.length()));
    screen.flush();
  }

  /// Shows the progress.
  ///
  /// @param playing what is being played now
  /// @param left about how long the rest takes, if known
  public void progress(int done, int all, String playing, Optional<Duration> left) {
    String rest = left.map(time -> text(" · about %d s left", time.toSeconds())).orElse("");
    status.show(text(" play %d of %d · %s%s", done + 1, all, playing, rest));
    screen.flush();
  }

  /// Reports a run that did not complete; each failure is reported only once.
  public void failed(Run run) {
    if (reported.add(run.lane() + run.message())) {
      status.clear();
      String outcome = run.outcome().word().replace('_', ' ');
      screen.line(screen.theme().paint(Role.BAD, " " + run.lane() + " " + outcome));
      run.message().lines().forEach(line -> screen.line(" " + Cells.printable(line)));
    }
  }

  /// Writes the table of a sweep.
  public void show(Sweep sweep) {
    status.clear();
    if (sweep.points().isEmpty()) {
      paragraph("No play completed, so there is nothing to compare.");
      screen.flush();
      return;
    }
    int times = sweep.points().stream().mapToInt(p -> p.seconds().size()).max().orElse(0);
    screen.line("");
    show(rows(sweep));
    screen.line("");
    for (String lane : sweep.lanes()) {
      paragraph(sentence(sweep, lane));
    }
    paragraph(
        text(
            "Each figure comes from %d %s in its own process, after one run of the script to warm"
                + " up. It is the time from the start of the first thread to the end of the last,"
                + " on %d cores. Compare a lane only with itself.",
            times,
            times == 1 ? "play" : "plays, each",
            Runtime.getRuntime().availableProcessors()));
    screen.flush();
  }

  /// The colour of a lane's bars, by its place among the lanes.
  private static int colour(int place) {
    return place < 2 ? 2 - place : place + 1;
  }

  private Table rows(Sweep sweep) {
    var table =
        new Table(
            1,
            List.of(
                Column.left(9),
                Column.right(7),
                Column.right(9),
                Column.right(18),
                Column.right(13),
                Column.left(0).after(2)));
    table.row("", "threads", "median", "least … most", "speed-up");
    double longest = sweep.points().stream().mapToDouble(sweep::speedup).max().orElse(1);
    for (String lane : sweep.lanes()) {
      String name = lane;
      for (Sweep.Point point : sweep.of(lane)) {
        double speedup = sweep.speedup(point);
        String accuracy = sweep.error(point) == 0 ? "" : text(" ± %.2f", sweep.error(point));
        String bar = "█".repeat((int) Math.round(Math.max(1, BAR_CELLS * speedup / longest)));
        table.row(
            name,
            String.valueOf(point.threads()),
            text("%.2f s", point.median()),
            text("%.2f … %5.2f s", point.least(), point.most()),
            text("%.2f%-7s", speedup, accuracy),
            screen.theme().paintThread(colour(sweep.lanes().indexOf(lane)), bar));
        name = "";
      }
    }
    return table;
  }

  /// A table whose first row is its titles.
  private void show(Table table) {
    List<String> lines = table.lines();
    screen.line(faint(lines.getFirst()));
    lines.stream().skip(1).forEach(screen::line);
  }

  private static String sentence(Sweep sweep, String lane) {
    Sweep.Point most = sweep.of(lane).getLast();
    Sweep.Point first = sweep.of(lane).getFirst();
    String name = LaneTitle.of(lane);
    double speedup = sweep.speedup(most);
    double error = sweep.error(most);
    String counts = text("%d threads instead of %d", most.threads(), first.threads());
    if (most.equals(first)) {
      return text("%s took %.2f s with %d.", name, most.median(), most.threads());
    }
    if (Math.abs(speedup - 1) <= Math.max(error, 0.05)) {
      return text(
          "%s was no faster and no slower with %s: %.2f ± %.2f times as fast.",
          name, counts, speedup, error);
    }
    return text(
        "%s was %s with %s: %.2f ± %.2f times as fast.",
        name, speedup > 1 ? "faster" : "slower", counts, speedup, error);
  }

  /// Writes the table of results.
  ///
  /// @param lanes the ids of the lanes that played
  public void show(ResultCounts repeats, List<String> lanes) {
    status.clear();
    screen.line("");
    if (repeats.rows().stream().anyMatch(row -> !row.aspect().isEmpty())) {
      show(rows(repeats, lanes));
    } else {
      repeats.rows().forEach(row -> undeclared(row, lanes));
    }
    screen.line("");
    long distinct = repeats.rows().stream().filter(row -> !row.counts().isEmpty()).count();
    paragraph(
        text(
            "%d %s, %d distinct %s.",
            repeats.plays(),
            repeats.plays() == 1 ? "play" : "plays",
            distinct,
            distinct == 1 ? "result" : "results"));
    screen.flush();
  }

  private Table rows(ResultCounts repeats, List<String> lanes) {
    var columns = new ArrayList<>(List.of(Column.left(NAME_COLUMNS), Column.left(NAME_COLUMNS)));
    for (int i = 0; i < lanes.size(); i++) {
      columns.add(Column.right(7).after(i == 0 ? 2 : 1));
    }
    columns.add(Column.left(0).after(2));
    var table = new Table(1, columns);
    table.row(Stream.concat(Stream.of("", "result"), lanes.stream()).toList());
    String aspect = "";
    for (ResultCounts.ResultCount row : repeats.rows()) {
      var cells = new ArrayList<String>();
      cells.add(
          Cells.fit(
              row.aspect().equals(aspect) ? "" : Cells.printable(row.aspect()), NAME_COLUMNS));
      cells.add(Cells.fit(Cells.printable(row.result()), NAME_COLUMNS));
      lanes.forEach(lane -> cells.add(String.valueOf(row.count(lane))));
      cells.add(row.grade().map(this::painted).orElse(""));
      table.row(cells);
      aspect = row.aspect();
    }
    return table;
  }

  /// A result that no rule names, which is what was printed.
  private void undeclared(ResultCounts.ResultCount row, List<String> lanes) {
    var each = new StringBuilder();
    lanes.forEach(lane -> each.append(text(" %s %d", lane, row.count(lane))));
    screen.line(faint(" seen" + each) + "  " + row.grade().map(this::painted).orElse(""));
    for (String line : row.result().split(" ⏎ ", -1)) {
      screen.line("   " + Cells.fit(Cells.printable(line), RESULT_COLUMNS).stripTrailing());
    }
  }

  private String painted(Grade grade) {
    return switch (grade) {
      case ACCEPTABLE -> screen.theme().paint(Role.GOOD, grade.word());
      case INTERESTING -> screen.theme().paint(Role.TITLE, grade.word());
      case FORBIDDEN -> screen.theme().paint(Role.BAD, grade.word());
    };
  }

  private void paragraph(String sentence) {
    WordWrap.wrap(sentence, screen.live() ? screen.width() - 1 : 0)
        .forEach(line -> screen.line(" " + line));
  }

  private String faint(String text) {
    return screen.theme().paint(Role.FAINT, text);
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
