package duet.compare;

import duet.compare.BrokenExpectation.About;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.run.Play;
import duet.run.Run;
import duet.scenario.Expectations;
import duet.scenario.LaneExpectations;
import duet.scenario.LineAgreement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// Checks a play against what its scenario declares.
final class ExpectationCheck {
  private final Play play;
  private final LineMask masks;
  private final List<BrokenExpectation> broken = new ArrayList<>();
  private final List<UndecidedExpectation> undecided = new ArrayList<>();

  private ExpectationCheck(Play play) {
    this.play = play;
    masks = new LineMask(play.scenario().masks());
  }

  /// Checks a play. For a lane with an unexpected outcome, only that is reported, not what follows
  /// from it.
  static ExpectationCheck of(Play play, List<Comparison> comparisons) {
    var check = new ExpectationCheck(play);
    check.outcomes();
    Set<String> unexpected =
        check.broken.stream().map(BrokenExpectation::lane).collect(Collectors.toSet());
    play.runs().stream()
        .filter(run -> !unexpected.contains(run.lane()))
        .forEach(
            run -> {
              check.lines(run);
              check.figures(run);
            });
    boolean comparable = play.runs().stream().allMatch(run -> run.outcome() == Outcome.COMPLETED);
    if (comparable) {
      comparisons.forEach(check::sameLines);
    }
    return check;
  }

  /// Every expectation that was not met.
  List<BrokenExpectation> broken() {
    return List.copyOf(broken);
  }

  /// Every expectation that the machine left open.
  List<UndecidedExpectation> undecided() {
    return List.copyOf(undecided);
  }

  private void outcomes() {
    for (Run run : play.runs()) {
      String expected = play.scenario().expectations().outcome(run.lane(), run.runtime());
      if (!run.outcome().word().equals(expected)) {
        String why = run.message().lines().findFirst().map(line -> ": " + line).orElse("");
        add(
            About.OUTCOME,
            run.lane(),
            expected(Outcome.of(expected)),
            "it " + ended(run.outcome()) + why,
            LogExcerpts.last(run));
      }
    }
  }

  private static String expected(Outcome outcome) {
    return switch (outcome) {
      case COMPLETED -> "to complete";
      case FAILED -> "to fail";
      case REJECTED -> "not to compile";
      case TIMED_OUT -> "to time out";
      case INTERRUPTED -> "to be interrupted";
      case CRASHED -> "to crash";
    };
  }

  private static String ended(Outcome outcome) {
    return switch (outcome) {
      case COMPLETED -> "completed";
      case FAILED -> "failed";
      case REJECTED -> "was rejected";
      case TIMED_OUT -> "timed out";
      case INTERRUPTED -> "was interrupted";
      case CRASHED -> "crashed";
    };
  }

  /// Expectations about a run's lines can only be checked if all of its lines were kept.
  private void lines(Run run) {
    if (run.omitted() == 0) {
      try {
        var check = LineCheck.of(play, run, masks);
        broken.addAll(check.broken());
        undecided.addAll(check.undecided());
        for (LaneExpectations expected :
            play.scenario().expectations().of(run.lane(), run.runtime())) {
          var order = OrderCheck.of(play, run, expected);
          broken.addAll(order.broken());
          undecided.addAll(order.undecided());
        }
        outputs(run);
      } catch (LineSearch.GivenUp e) {
        add(
            About.LINES,
            run.lane(),
            "a pattern that is easy to look for",
            Quotation.of(String.valueOf(e.getMessage()))
                + " takes too long on a line that it printed",
            OptionalLong.empty());
      }
    } else if (isAboutLines(run)) {
      add(
          About.LINES,
          run.lane(),
          "the declared lines",
          "it printed more lines than Duet keeps; --max-lines keeps more",
          OptionalLong.empty());
    }
  }

  private void figures(Run run) {
    for (LaneExpectations expected : play.scenario().expectations().of(run.lane(), run.runtime())) {
      var check = FigureCheck.of(play, run, expected);
      broken.addAll(check.broken());
      undecided.addAll(check.undecided());
    }
  }

  /// Whether any expectation of a run is about its lines.
  private boolean isAboutLines(Run run) {
    Expectations expected = play.scenario().expectations();
    boolean hasResults = !play.scenario().series().rules().isEmpty();
    return (hasResults && run.outcome() == Outcome.COMPLETED)
        || (!expected.outputs().isEmpty() && CellOutputCheck.isOfNotebook(run))
        || expected.of(run.lane(), run.runtime()).stream().anyMatch(LaneExpectations::isAboutLines);
  }

  /// Compares a notebook's cells with the saved ones.
  private void outputs(Run run) {
    if (!CellOutputCheck.isOfNotebook(run)) {
      return;
    }
    for (var cell : CellOutputCheck.of(run, play.scenario().expectations(), masks)) {
      var came = new ArrayList<String>();
      if (!cell.error().isEmpty()) {
        came.add("it did not raise " + Quotation.of(cell.error()));
      }
      if (!cell.lacking().isEmpty()) {
        came.add("it did not print " + Quotation.some(cell.lacking()));
      }
      if (!cell.more().isEmpty()) {
        came.add("it also printed " + Quotation.some(cell.more()));
      }
      add(
          About.OUTPUT,
          run.lane(),
          cell.cell() + " to print what is saved in the notebook",
          String.join("; ", came),
          cell.begun().map(LogExcerpts::at).orElse(LogExcerpts.last(run)));
    }
  }

  private void sameLines(Comparison comparison) {
    if (!(play.scenario().agreement() instanceof LineAgreement.SameLines)
        || (comparison.sameLines() && comparison.whole())) {
      return;
    }
    if (!comparison.whole()) {
      add(
          About.LINES,
          "",
          sameLinesOn(comparison),
          "there are too many lines to compare them all; --max-lines keeps more",
          OptionalLong.empty());
      return;
    }
    var only = new ArrayList<String>();
    only(comparison.left().lane(), comparison.onlyLeft(), only);
    only(comparison.right().lane(), comparison.onlyRight(), only);
    String came = String.join(", ", only);
    List<Line> left = lines(comparison.left(), comparison.onlyLeft());
    List<Line> right = lines(comparison.right(), comparison.onlyRight());
    if (mayMove(comparison.left(), left) || mayMove(comparison.right(), right)) {
      undecided.add(
          new UndecidedExpectation(
              About.LINES, "", sameLinesOn(comparison), came + UndecidedExpectation.MOVED));
    } else {
      add(
          About.LINES,
          "",
          sameLinesOn(comparison),
          came,
          LogExcerpts.at((left.isEmpty() ? right : left).getFirst()));
    }
  }

  /// The lines of a run with some of the texts.
  private static List<Line> lines(Run run, List<String> texts) {
    return run.lines().stream().filter(line -> texts.contains(line.text())).toList();
  }

  private static boolean mayMove(Run run, List<Line> lines) {
    var delays = LineDelays.of(run);
    return lines.stream().anyMatch(delays::mayMove);
  }

  private String sameLinesOn(Comparison comparison) {
    return play.runs().size() == 2
        ? "the same lines on both lanes"
        : "the same lines on " + comparison.left().lane() + " and " + comparison.right().lane();
  }

  private static void only(String lane, List<String> lines, List<String> texts) {
    if (!lines.isEmpty()) {
      texts.add("only " + lane + " printed " + Quotation.some(lines));
    }
  }

  private void add(About about, String lane, String expected, String came, OptionalLong nanos) {
    broken.add(new BrokenExpectation(about, lane, expected, came, LogExcerpts.around(play, nanos)));
  }
}
