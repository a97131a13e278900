package duet.render.terminal;

import duet.compare.BrokenExpectation;
import duet.compare.Comparison;
import duet.compare.Findings;
import duet.compare.Judgement;
import duet.compare.LineDifference;
import duet.compare.ThreadActivity;
import duet.compare.UndecidedExpectation;
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
import java.util.stream.Stream;

/// The summary below the logs: each lane's figures, what the lanes have in common, failures and
/// broken expectations, and what the figures show.
final class PlaySummary {
  private static final int DIFFERENCES_AT_MOST = 5;
  private static final int INDENT = 3;

  private final Screen screen;

  PlaySummary(Screen screen) {
    this.screen = screen;
  }

  void write(Judgement judgement) {
    screen.line("");
    figures(judgement);
    judgement.play().runs().forEach(this::ending);
    judgement.broken().stream()
        .filter(broken -> !isInMessage(judgement, broken))
        .forEach(this::broken);
    judgement.undecided().forEach(this::undecided);
    judgement.difference().ifPresent(this::difference);
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
    List<Comparison> pairs = judgement.comparisons();
    boolean isWhole = pairs.stream().allMatch(Comparison::whole);
    boolean hasGilWait = // otherwise the column is left out
        judgement.play().runs().stream()
            .anyMatch(run -> ThreadActivity.of(run).gilWait().isPresent());
    var columns =
        new ArrayList<>(List.of(Column.left(9), Column.right(7), Column.right(8), Column.right(9)));
    if (hasGilWait) {
      columns.add(Column.right(10));
    }
    columns.add(Column.left(0).after(3));
    columns.add(Column.left(0).after(3)); // of three lanes and more
    var table = new Table(1, columns);
    String kept = isWhole ? "" : " kept";
    boolean areTwo = pairs.size() == 1;
    table.row(
        row(
            hasGilWait,
            "",
            "wall",
            "cpu",
            "cpu/wall",
            "GIL wait",
            areTwo ? "same lines" + SameLinesWords.of(judgement, "") + kept : "",
            pairs.size() < 2 ? "" : "same lines" + kept + " as " + pairs.getFirst().left().lane()));
    for (Run run : judgement.play().runs()) {
      table.row(
          row(
              hasGilWait,
              run.lane(),
              seconds(OptionalDouble.of(run.usage().wall())),
              seconds(run.usage().cpu()),
              ratio(run.usage().cpuPerWall()),
              percent(ThreadActivity.of(run).gilWait()),
              outcome(run.outcome()),
              areTwo ? "" : count(pairs, run)));
    }
    List<String> lines = table.lines();
    screen.line(screen.theme().paint(Role.FAINT, lines.getFirst()));
    lines.stream().skip(1).forEach(screen::line);
  }

  private static String count(List<Comparison> pairs, Run run) {
    return pairs.stream()
        .filter(pair -> pair.right().lane().equals(run.lane()))
        .map(SameLinesWords::count)
        .findFirst()
        .orElse("");
  }

  private static List<String> row(
      boolean hasGilWait,
      String lane,
      String wall,
      String cpu,
      String perWall,
      String gilWait,
      String end,
      String same) {
    return hasGilWait
        ? List.of(lane, wall, cpu, perWall, gilWait, end, same)
        : List.of(lane, wall, cpu, perWall, end, same);
  }

  private void ending(Run run) {
    if (!run.message().isEmpty()) {
      screen.line("");
      String end = run.lane() + " " + run.outcome().word().replace('_', ' ');
      screen.line(run.outcome() == Outcome.COMPLETED ? end : bad(end));
      run.message().lines().forEach(line -> screen.line(" " + Cells.printable(line)));
    }
  }

  private void broken(BrokenExpectation broken) {
    wrapped("✗ ", sentence(broken)).forEach(line -> screen.line(bad(line)));
  }

  /// The machine left it open: nobody's fault.
  private void undecided(UndecidedExpectation open) {
    wrapped("? ", open.sentence()).forEach(line -> screen.line(" " + line));
  }

  private List<String> wrapped(String mark, String sentence) {
    int width = screen.live() ? screen.width() - INDENT - 1 : 0;
    var lines = new ArrayList<String>();
    for (String line : WordWrap.wrap(Cells.printable(sentence), width)) {
      lines.add((lines.isEmpty() ? mark : "  ") + line);
    }
    return lines;
  }

  /// Says prominently that nobody knows whether the lanes do the same.
  private void difference(LineDifference difference) {
    screen.line("");
    screen.line(bad("! The lanes printed different lines. The first difference:"));
    Stream.of(difference.left(), difference.right())
        .map(line -> Cells.printable(line.toString()))
        .forEach(line -> screen.line("     " + line));
    int width = screen.live() ? screen.width() - INDENT - 1 : 0;
    WordWrap.wrap(
            "If they should differ, or may, declare it: 'duet help expectations' says how."
                + " --strict makes a difference a failure.",
            width)
        .forEach(line -> screen.line("   " + line));
  }

  /// Whether a run's own message says it already.
  private static boolean isInMessage(Judgement judgement, BrokenExpectation broken) {
    return broken.about() == BrokenExpectation.About.OUTCOME
        && judgement.play().runs().stream()
            .filter(run -> run.lane().equals(broken.lane()))
            .anyMatch(run -> !run.message().isEmpty() || run.outcome() == Outcome.INTERRUPTED);
  }

  private static String sentence(BrokenExpectation broken) {
    return isOfLines(broken) ? "expected " + broken.expected() : broken.sentence();
  }

  /// Whether to list the lines that only one lane has, because both should have the same.
  private static boolean isWorthDetails(Judgement judgement) {
    return judgement.broken().stream().anyMatch(PlaySummary::isOfLines);
  }

  private static boolean isOfLines(BrokenExpectation broken) {
    return broken.about() == BrokenExpectation.About.LINES && broken.lane().isEmpty();
  }

  /// @param isOfSeveral whether there are several comparisons, so that both lanes are named
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
      screen.line("   … and " + (lines.size() - DIFFERENCES_AT_MOST) + " more, only " + lane);
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
