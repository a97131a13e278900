package duet.render.terminal;

import duet.compare.BrokenExpectation;
import duet.compare.Comparison;
import duet.compare.Findings;
import duet.compare.Judgement;
import duet.compare.ThreadActivity;
import duet.console.Cells;
import duet.console.Screen;
import duet.console.Table;
import duet.console.Table.Column;
import duet.console.Theme.Role;
import duet.console.WordWrap;
import duet.lane.protocol.Outcome;
import duet.render.SameLinesWords;
import duet.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// What stands below the logs: the figures of each lane, what the lanes have in common, how badly
/// it ended where it did, and what the figures say.
final class PlaySummary {
  private static final int DIFFERENCES_AT_MOST = 5;
  private static final int BREACH_INDENT = 3;

  private final Screen screen;

  PlaySummary(Screen screen) {
    this.screen = screen;
  }

  void write(Judgement judgement) {
    screen.line("");
    figures(judgement);
    judgement.play().runs().forEach(this::ending);
    judgement.breaches().stream()
        .filter(breach -> !isTold(judgement, breach))
        .forEach(this::breach);
    if (isWorthDetails(judgement)) {
      judgement.comparisons().forEach(c -> differences(c, judgement.comparisons().size() > 1));
    }
    List<String> findings = Findings.of(judgement);
    if (!findings.isEmpty()) {
      screen.line("");
      WordWrap.wrap(String.join(" ", findings), screen.live() ? screen.width() - 1 : 0)
          .forEach(line -> screen.line(" " + line));
    }
  }

  private void figures(Judgement judgement) {
    boolean isWhole = judgement.comparisons().stream().allMatch(Comparison::whole);
    String same =
        judgement.comparisons().isEmpty()
            ? ""
            : "same lines" + SameLinesWords.of(judgement, "") + (isWhole ? "" : " kept");
    boolean hasGilWait = // a column that is there when it has something to say
        judgement.play().runs().stream()
            .anyMatch(run -> ThreadActivity.of(run).gilWait().isPresent());
    var columns =
        new ArrayList<>(List.of(Column.left(9), Column.right(7), Column.right(8), Column.right(9)));
    if (hasGilWait) {
      columns.add(Column.right(10));
    }
    columns.add(Column.left(0).after(3));
    var table = new Table(1, columns);
    table.row(row(hasGilWait, "", "wall", "cpu", "cpu/wall", "GIL wait", same));
    for (Run run : judgement.play().runs()) {
      table.row(
          row(
              hasGilWait,
              run.lane(),
              seconds(OptionalDouble.of(run.usage().wall())),
              seconds(run.usage().cpu()),
              ratio(run.usage().cpuPerWall()),
              percent(ThreadActivity.of(run).gilWait()),
              outcome(run.outcome())));
    }
    List<String> lines = table.lines();
    screen.line(screen.theme().paint(Role.FAINT, lines.getFirst()));
    lines.stream().skip(1).forEach(screen::line);
  }

  private static List<String> row(
      boolean hasGilWait,
      String lane,
      String wall,
      String cpu,
      String perWall,
      String gilWait,
      String end) {
    return hasGilWait
        ? List.of(lane, wall, cpu, perWall, gilWait, end)
        : List.of(lane, wall, cpu, perWall, end);
  }

  private void ending(Run run) {
    if (!run.message().isEmpty()) {
      screen.line("");
      screen.line(bad(run.lane() + " " + run.outcome().word().replace('_', ' ')));
      run.message().lines().forEach(line -> screen.line(" " + Cells.printable(line)));
    }
  }

  private void breach(BrokenExpectation breach) {
    int width = screen.live() ? screen.width() - BREACH_INDENT - 1 : 0;
    List<String> lines = WordWrap.wrap(Cells.printable(sentence(breach)), width);
    for (int i = 0; i < lines.size(); i++) {
      screen.line(bad((i == 0 ? "✗ " : "  ") + lines.get(i)));
    }
  }

  /// Whether a run's own message says it already.
  private static boolean isTold(Judgement judgement, BrokenExpectation breach) {
    return breach.about() == BrokenExpectation.About.OUTCOME
        && judgement.play().runs().stream()
            .filter(run -> run.lane().equals(breach.lane()))
            .anyMatch(run -> !run.message().isEmpty() || run.outcome() == Outcome.INTERRUPTED);
  }

  private static String sentence(BrokenExpectation breach) {
    return isOfLines(breach) ? "expected " + breach.expected() : breach.sentence();
  }

  /// The lines that only one lane has, where both should have the same.
  private static boolean isWorthDetails(Judgement judgement) {
    return judgement.breaches().stream().anyMatch(PlaySummary::isOfLines);
  }

  private static boolean isOfLines(BrokenExpectation breach) {
    return breach.about() == BrokenExpectation.About.LINES && breach.lane().isEmpty();
  }

  /// @param isOfSeveral whether it is not clear which other lane does not have the lines
  private void differences(Comparison comparison, boolean isOfSeveral) {
    String left = comparison.left().lane();
    String right = comparison.right().lane();
    only(isOfSeveral ? left + ", not " + right : left, comparison.onlyLeft());
    only(isOfSeveral ? right + ", not " + left : right, comparison.onlyRight());
  }

  private void only(String lane, List<String> lines) {
    lines.stream()
        .limit(DIFFERENCES_AT_MOST)
        .forEach(line -> screen.line("   only " + lane + ": " + Cells.printable(line)));
    if (lines.size() > DIFFERENCES_AT_MOST) {
      screen.line("   … and " + (lines.size() - DIFFERENCES_AT_MOST) + " more only " + lane);
    }
  }

  private String outcome(Outcome outcome) {
    Role role = outcome == Outcome.COMPLETED ? Role.GOOD : Role.BAD;
    return screen.theme().paint(role, outcome.word().replace('_', ' '));
  }

  private String bad(String text) {
    return screen.theme().paint(Role.BAD, " " + text);
  }

  private static String seconds(OptionalDouble seconds) {
    return seconds.isPresent() ? String.format(Locale.ROOT, "%.2f s", seconds.getAsDouble()) : "–";
  }

  private static String ratio(OptionalDouble ratio) {
    return ratio.isPresent() ? String.format(Locale.ROOT, "%.2f", ratio.getAsDouble()) : "–";
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent()
        ? String.format(Locale.ROOT, "%.0f %%", 100 * share.getAsDouble())
        : "–";
  }
}
