package duet.render.terminal;

import duet.clock.Clock;
import duet.compare.BatchReport;
import duet.compare.BrokenExpectation;
import duet.compare.ResultCounts;
import duet.compare.ScenarioResult;
import duet.compare.Standing;
import duet.console.Cells;
import duet.console.Screen;
import duet.console.Table;
import duet.console.Table.Column;
import duet.console.Theme.Role;
import duet.console.WordWrap;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.render.ReportWords;
import duet.render.ThreadLabels;
import duet.scenario.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Shows a batch on a screen: a line for each scenario as soon as it ends, on a terminal a progress
/// bar below them, and at the end the broken expectations and a summary.
public final class BatchView {
  private static final int WIDEST_NAME = 44;
  private static final int EXPLAINED = 20;

  private final Screen screen;
  private final ProgressBar progress;
  private int width = 20;

  public BatchView(Screen screen, Clock clock) {
    this.screen = screen;
    progress = new ProgressBar(screen, clock);
  }

  /// Lists the scenarios that a batch would play, one on each line.
  public void list(List<String> paths) {
    paths.forEach(path -> screen.line(Cells.printable(path)));
    screen.flush();
  }

  /// The batch begins.
  ///
  /// @param paths the paths of all scenarios
  /// @param known how many of them an earlier run of the batch has played
  public void begins(List<String> paths, int known) {
    width = paths.stream().mapToInt(Cells::columns).max().orElse(0);
    width = Math.clamp(width, 20, WIDEST_NAME);
    if (known > 0) {
      screen.line(known + " of " + paths.size() + " scenarios are known from the log.");
    }
    progress.begins(paths.size(), known);
  }

  /// A scenario is about to be played.
  public void begins(String path) {
    progress.begins(path);
  }

  /// A scenario was played.
  public void finished(ScenarioResult result) {
    progress.clear();
    line(result);
    progress.finished(result.path());
  }

  /// Shows the progress.
  public void show() {
    progress.show();
  }

  private void line(ScenarioResult result) {
    var lanes = new StringBuilder();
    for (ScenarioResult.LaneResult lane : result.lanes()) {
      lanes.append(String.format(Locale.ROOT, "  %s %s", lane.lane(), Cells.fit(ending(lane), 11)));
    }
    String more =
        switch (result.standing()) {
          case FLAKY -> "flaky: as expected at attempt " + result.attempts();
          case FAILED -> result.attempts() > 1 ? "in " + result.attempts() + " attempts" : "";
          case UNDECIDED -> "not decided";
          case WARNED -> "passed with a warning";
          case PASSED, MISSING -> "";
        };
    screen.line(
        (" " + mark(result.standing()) + " " + name(result.path()) + lanes + "  " + more)
            .stripTrailing());
    result.breaches().forEach(broken -> screen.line("     " + sentence(broken)));
    result.undecided().forEach(open -> screen.line("     " + Cells.printable(open.sentence())));
    result
        .difference()
        .ifPresent(difference -> screen.line("     " + Cells.printable(difference.sentence())));
  }

  /// A path in its column; only a terminal cuts longer ones.
  private String name(String path) {
    String name = Cells.printable(path);
    return Cells.fit(name, screen.live() ? width : Math.max(width, Cells.columns(name)));
  }

  private static String ending(ScenarioResult.LaneResult lane) {
    return lane.outcome() == Outcome.COMPLETED
        ? String.format(Locale.ROOT, "%.2f s", lane.wall())
        : lane.outcome().word().replace('_', ' ');
  }

  private String mark(Standing standing) {
    return switch (standing) {
      case PASSED -> screen.theme().paint(Role.GOOD, "✓");
      case WARNED -> screen.theme().paint(Role.BAD, "!");
      case FLAKY -> screen.theme().paint(Role.GOOD, "~");
      case UNDECIDED -> screen.theme().paint(Role.FAINT, "?");
      case FAILED -> screen.theme().paint(Role.BAD, "✗");
      case MISSING -> screen.theme().paint(Role.FAINT, "-");
    };
  }

  private static String sentence(BrokenExpectation broken) {
    return Cells.printable(broken.sentence());
  }

  /// Shows the result of the batch.
  public void summary(BatchReport report) {
    progress.clear();
    report.results().stream()
        .filter(result -> result.standing() == Standing.FAILED)
        .forEach(this::details);
    report.results().stream().forEach(this::repeats);
    if (report.count(Standing.WARNED) > 0) {
      warning();
    }
    screen.line("");
    table(report);
    missing(report);
    report.notes().forEach(note -> screen.line(screen.theme().paint(Role.BAD, note)));
    screen.line("");
    screen.line(
        screen.theme().paint(report.isGood() ? Role.GOOD : Role.BAD, ReportWords.sentence(report)));
    screen.flush();
  }

  private void warning() {
    screen.line("");
    String text =
        "A ! marks scenarios whose lanes printed different lines, although nothing is declared"
            + " about that. If they should differ, or may, declare it: 'duet help expectations'"
            + " says how. --strict makes a difference a failure.";
    WordWrap.wrap(text, screen.live() ? screen.width() - 1 : 0)
        .forEach(line -> screen.line(" " + line));
  }

  private void details(ScenarioResult result) {
    screen.line("");
    String title = result.title().isEmpty() ? "" : " · " + result.title();
    screen.line(screen.theme().paint(Role.TITLE, Cells.printable(result.path() + title)));
    for (BrokenExpectation broken : result.breaches()) {
      screen.line(screen.theme().paint(Role.BAD, " ✗ " + sentence(broken)));
      if (broken.about() == BrokenExpectation.About.OUTCOME) {
        explanation(result, broken.lane());
      }
      broken.parts().forEach(this::part);
    }
  }

  /// Shows a run's message without its first line, which the sentence already has.
  private void explanation(ScenarioResult result, String lane) {
    result.lanes().stream()
        .filter(own -> own.lane().equals(lane))
        .flatMap(own -> own.message().lines().skip(1).limit(EXPLAINED))
        .forEach(line -> screen.line("   " + Cells.printable(line)));
  }

  private void part(BrokenExpectation.Excerpt part) {
    omitted(part.lane(), part.before(), "before");
    var labels = new ThreadLabels();
    for (Line line : part.lines()) {
      screen.line(
          String.format(
              Locale.ROOT,
              "   %-7s%8.3f %-11s %s",
              part.lane(),
              line.seconds(),
              labels.of(line.thread(), line.tid()).text(),
              Cells.printable(line.text())));
    }
    omitted(part.lane(), part.after(), "after");
  }

  private void omitted(String lane, int lines, String where) {
    if (lines > 0) {
      screen.line(
          screen
              .theme()
              .paint(
                  Role.FAINT,
                  String.format(
                      Locale.ROOT,
                      "   %-7s%8s %,d %s %s",
                      lane,
                      "…",
                      lines,
                      lines == 1 ? "line" : "lines",
                      where)));
    }
  }

  /// Shows how often each result came, if plays were counted.
  private void repeats(ScenarioResult result) {
    if (result.plays() > 1 && result.repeats().isPresent()) {
      ResultCounts repeats = result.repeats().get();
      screen.line("");
      screen.line(
          screen
              .theme()
              .paint(
                  Role.TITLE, Cells.printable(result.path()) + " · " + result.plays() + " plays"));
      var columns = new ArrayList<>(List.of(Column.left(22), Column.left(16)));
      result.lanes().forEach(_ -> columns.add(Column.left(0).after(2)));
      columns.add(Column.left(0).after(2));
      var table = new Table(3, columns);
      for (ResultCounts.ResultCount row : repeats.rows()) {
        var cells = new ArrayList<String>();
        cells.add(Cells.printable(row.aspect()));
        cells.add(Cells.printable(row.result()));
        result.lanes().stream()
            .map(lane -> String.format(Locale.ROOT, "%s %3d", lane.lane(), row.count(lane.lane())))
            .forEach(cells::add);
        cells.add(row.grade().map(Grade::word).orElse(""));
        table.row(cells);
      }
      table.lines().forEach(screen::line);
    }
  }

  private void table(BatchReport report) {
    List<Standing> standings = ReportWords.columns(report);
    var columns = new ArrayList<>(List.of(Column.left(8)));
    standings.forEach(_ -> columns.add(Column.right(11)));
    var table = new Table(1, columns);
    table.row(
        Stream.concat(Stream.of("module"), standings.stream().map(ReportWords::words)).toList());
    for (String module : report.modules()) {
      var cells = new ArrayList<String>();
      cells.add(module.isEmpty() ? "." : Cells.printable(module));
      for (Standing standing : standings) {
        int count = report.count(module, standing);
        cells.add(count == 0 ? "·" : String.valueOf(count));
      }
      table.row(cells);
    }
    List<String> lines = table.lines();
    screen.line(screen.theme().paint(Role.FAINT, lines.getFirst()));
    lines.stream().skip(1).forEach(screen::line);
  }

  private void missing(BatchReport report) {
    List<String> paths =
        report.results().stream()
            .filter(result -> result.standing() == Standing.MISSING)
            .map(ScenarioResult::path)
            .toList();
    if (!paths.isEmpty()) {
      String all = Cells.printable(String.join(", ", paths));
      screen.line("");
      WordWrap.wrap("Not played: " + all + ".", screen.live() ? screen.width() - 1 : 0)
          .forEach(line -> screen.line(" " + line));
    }
  }
}
