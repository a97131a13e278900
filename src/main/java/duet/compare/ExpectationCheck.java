package duet.compare;

import duet.compare.BrokenExpectation.About;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.run.Play;
import duet.run.Run;
import duet.scenario.Expectations;
import duet.scenario.Grade;
import duet.scenario.LaneExpectations;
import duet.scenario.LineAgreement;
import duet.scenario.ResultRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks a play against what its scenario declares.
final class ExpectationCheck {
  private static final int NAMED_AT_MOST = 3;

  private final Play play;
  private final LineMask masks;
  private final LineSearch search = new LineSearch();
  private final List<BrokenExpectation> found = new ArrayList<>();

  private ExpectationCheck(Play play) {
    this.play = play;
    masks = new LineMask(play.scenario().masks());
  }

  /// Every expectation that was not met. For a lane with an unexpected outcome, only that is
  /// reported, not what follows from it.
  static List<BrokenExpectation> of(Play play, List<Comparison> comparisons) {
    var check = new ExpectationCheck(play);
    check.outcomes();
    for (Run run : play.runs()) {
      if (check.found.stream().noneMatch(broken -> broken.lane().equals(run.lane()))) {
        check.lines(run);
        play.scenario()
            .expectations()
            .of(run.lane())
            .forEach(e -> check.found.addAll(FigureCheck.of(play, run, e).broken()));
      }
    }
    boolean comparable = play.runs().stream().allMatch(run -> run.outcome() == Outcome.COMPLETED);
    if (comparable) {
      comparisons.forEach(check::sameLines);
    }
    return List.copyOf(check.found);
  }

  /// Every expectation that the machine left open.
  static List<UndecidedExpectation> undecided(Play play) {
    var check = new ExpectationCheck(play);
    check.outcomes();
    return play.runs().stream()
        .filter(run -> check.found.stream().noneMatch(b -> b.lane().equals(run.lane())))
        .flatMap(
            run ->
                play.scenario().expectations().of(run.lane()).stream()
                    .flatMap(e -> undecided(play, run, e)))
        .toList();
  }

  private static Stream<UndecidedExpectation> undecided(
      Play play, Run run, LaneExpectations expected) {
    return Stream.concat(
        orders(play, run, expected).stream(),
        FigureCheck.of(play, run, expected).undecided().stream());
  }

  private static List<UndecidedExpectation> orders(Play play, Run run, LaneExpectations expected) {
    if (run.omitted() > 0) {
      return List.of();
    }
    try {
      return OrderCheck.of(play, run, expected).undecided();
    } catch (LineSearch.GivenUp e) {
      return List.of(); // which is told as broken
    }
  }

  private void outcomes() {
    for (Run run : play.runs()) {
      String expected = play.scenario().expectations().outcome(run.lane());
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
        play.scenario().expectations().of(run.lane()).forEach(e -> lines(run, e));
        results(run);
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

  /// Whether any expectation of a run is about its lines.
  private boolean isAboutLines(Run run) {
    Expectations expected = play.scenario().expectations();
    boolean hasResults = !play.scenario().series().rules().isEmpty();
    return (hasResults && run.outcome() == Outcome.COMPLETED)
        || (!expected.outputs().isEmpty() && CellOutputCheck.isOfNotebook(run))
        || expected.of(run.lane()).stream().anyMatch(LaneExpectations::isAboutLines);
  }

  private void lines(Run run, LaneExpectations expected) {
    List<Line> printed =
        run.lines().stream().filter(line -> line.stream() == OutputChannel.OUT).toList();
    List<String> masked = printed.stream().map(line -> masks.apply(line.text())).toList();
    expected.prints().ifPresent(lines -> prints(run, printed, masked, lines));
    for (String line : expected.includes()) {
      if (!masked.contains(masks.apply(line))) {
        add(
            About.LINES,
            run.lane(),
            "the line " + Quotation.of(line),
            "it is missing",
            LogExcerpts.nearest(run, line));
      }
    }
    for (Pattern never : expected.never()) {
      printed.stream()
          .filter(line -> search.find(never, line.text()))
          .findFirst()
          .ifPresent(
              line ->
                  add(
                      About.LINES,
                      run.lane(),
                      "no line with " + Quotation.of(never),
                      "it printed " + Quotation.of(line.text()),
                      OptionalLong.of(line.nanos())));
    }
    found.addAll(OrderCheck.of(play, run, expected).broken());
  }

  private void prints(Run run, List<Line> printed, List<String> masked, List<String> expected) {
    var left = new HashMap<String, Integer>();
    masked.forEach(line -> left.merge(line, 1, Integer::sum));
    var missing = new ArrayList<String>();
    for (String line : expected) {
      if (left.merge(masks.apply(line), -1, Integer::sum) < 0) {
        missing.add(line);
      }
    }
    var more = new ArrayList<Line>();
    for (int i = printed.size() - 1; i >= 0; i--) {
      if (left.merge(masked.get(i), -1, Integer::sum) >= 0) {
        more.addFirst(printed.get(i));
      }
    }
    if (!missing.isEmpty()) {
      add(
          About.LINES,
          run.lane(),
          (missing.size() == 1 ? "the line " : "the lines ") + named(missing),
          missing.size() == 1 ? "it is missing" : "they are missing",
          more.isEmpty()
              ? LogExcerpts.nearest(run, missing.getFirst())
              : LogExcerpts.at(more.getFirst()));
    }
    if (!more.isEmpty()) {
      add(
          About.LINES,
          run.lane(),
          "only the declared lines",
          "it also printed " + named(more.stream().map(Line::text).toList()),
          LogExcerpts.at(more.getFirst()));
    }
  }

  private void results(Run run) {
    if (run.outcome() != Outcome.COMPLETED) {
      return;
    }
    List<ResultRule> rules = play.scenario().series().rules();
    for (ResultCounts.ResultCount row : ResultCounts.results(play.scenario(), run)) {
      if (row.grade().equals(Optional.of(Grade.FORBIDDEN))) {
        String allowed =
            rules.stream()
                .filter(r -> r.aspect().equals(row.aspect()) && r.grade() != Grade.FORBIDDEN)
                .map(ResultRule::is)
                .collect(Collectors.joining(" or "));
        Optional<Line> line =
            rules.stream()
                .filter(r -> r.aspect().equals(row.aspect()) && r.is().equals(row.result()))
                .flatMap(r -> run.lines().stream().filter(l -> search.find(r.line(), l.text())))
                .findFirst();
        add(
            About.RESULT,
            run.lane(),
            row.aspect() + ": " + allowed,
            "the result is: " + row.result(),
            line.map(LogExcerpts::at).orElse(LogExcerpts.last(run)));
      }
    }
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
        came.add("it did not print " + named(cell.lacking()));
      }
      if (!cell.more().isEmpty()) {
        came.add("it also printed " + named(cell.more()));
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
    boolean isLeft = !comparison.onlyLeft().isEmpty();
    Run run = isLeft ? comparison.left() : comparison.right();
    String text = (isLeft ? comparison.onlyLeft() : comparison.onlyRight()).getFirst();
    OptionalLong when =
        run.lines().stream().filter(l -> l.text().equals(text)).mapToLong(Line::nanos).findFirst();
    add(About.LINES, "", sameLinesOn(comparison), String.join(", ", only), when);
  }

  private String sameLinesOn(Comparison comparison) {
    return play.runs().size() == 2
        ? "the same lines on both lanes"
        : "the same lines on " + comparison.left().lane() + " and " + comparison.right().lane();
  }

  private static void only(String lane, List<String> lines, List<String> texts) {
    if (!lines.isEmpty()) {
      texts.add("only " + lane + " printed " + named(lines));
    }
  }

  private void add(About about, String lane, String expected, String came, OptionalLong nanos) {
    found.add(new BrokenExpectation(about, lane, expected, came, LogExcerpts.around(play, nanos)));
  }

  private static String named(List<String> lines) {
    String some =
        lines.stream().limit(NAMED_AT_MOST).map(Quotation::of).collect(Collectors.joining(", "));
    return lines.size() > NAMED_AT_MOST
        ? some + " and " + (lines.size() - NAMED_AT_MOST) + " more"
        : some;
  }
}
