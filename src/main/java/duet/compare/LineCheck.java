package duet.compare;

import duet.compare.BrokenExpectation.About;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.run.Play;
import duet.run.Run;
import duet.scenario.Grade;
import duet.scenario.LaneExpectations;
import duet.scenario.ResultRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Checks which lines a run printed, and which results these are. Where the machine held up a
/// thread so long that its line may have come before another thread's, a script that looks how far
/// another thread is may print something else: then the expectation is neither met nor broken.
final class LineCheck {
  private final Play play;
  private final Run run;
  private final LineMask masks;
  private final LineDelays delays;
  private final LineSearch search = new LineSearch();
  private final List<Line> printed;
  private final List<String> masked;
  private final List<BrokenExpectation> broken = new ArrayList<>();
  private final List<UndecidedExpectation> undecided = new ArrayList<>();

  private LineCheck(Play play, Run run, LineMask masks) {
    this.play = play;
    this.run = run;
    this.masks = masks;
    delays = LineDelays.of(run);
    printed = run.lines().stream().filter(line -> line.stream() == OutputChannel.OUT).toList();
    masked = printed.stream().map(line -> masks.apply(line.text())).toList();
  }

  /// Checks all that is expected of a run's lines but their order. They must all have been kept.
  ///
  /// @throws LineSearch.GivenUp when looking for them takes too long
  static LineCheck of(Play play, Run run, LineMask masks) {
    var check = new LineCheck(play, run, masks);
    play.scenario().expectations().of(run.lane(), run.runtime()).forEach(check::lines);
    check.results();
    return check;
  }

  /// The expectations that were not met.
  List<BrokenExpectation> broken() {
    return List.copyOf(broken);
  }

  /// The expectations that the machine left open.
  List<UndecidedExpectation> undecided() {
    return List.copyOf(undecided);
  }

  private void lines(LaneExpectations expected) {
    expected.prints().ifPresent(this::prints);
    for (String line : expected.includes()) {
      if (!masked.contains(masks.apply(line))) {
        unmet(
            About.LINES,
            "the line " + Quotation.of(line),
            "it is missing",
            LogExcerpts.nearest(run, line));
      }
    }
    for (Pattern never : expected.never()) {
      Optional<Line> found =
          printed.stream().filter(line -> search.find(never, line.text())).findFirst();
      found.ifPresent(
          line ->
              unmet(
                  About.LINES,
                  "no line with " + Quotation.of(never),
                  "it printed " + Quotation.of(line.text()),
                  found));
    }
  }

  private void prints(List<String> expected) {
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
      unmet(
          About.LINES,
          (missing.size() == 1 ? "the line " : "the lines ") + Quotation.some(missing),
          missing.size() == 1 ? "it is missing" : "they are missing",
          more.isEmpty()
              ? LogExcerpts.nearest(run, missing.getFirst())
              : Optional.of(more.getFirst()));
    }
    if (!more.isEmpty()) {
      unmet(
          About.LINES,
          "only the declared lines",
          "it also printed " + Quotation.some(more.stream().map(Line::text).toList()),
          Optional.of(more.getFirst()));
    }
  }

  private void results() {
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
        unmet(
            About.RESULT,
            row.aspect() + ": " + allowed,
            "the result is: " + row.result(),
            line.or(() -> LogExcerpts.lastLine(run)));
      }
    }
  }

  /// @param beside the line that shows it, or that is most like the missing one
  private void unmet(About about, String expected, String came, Optional<Line> beside) {
    if (beside.filter(delays::mayMove).isPresent()) {
      undecided.add(
          new UndecidedExpectation(about, run.lane(), expected, came + UndecidedExpectation.MOVED));
    } else {
      OptionalLong when = beside.map(LogExcerpts::at).orElse(OptionalLong.empty());
      broken.add(
          new BrokenExpectation(about, run.lane(), expected, came, LogExcerpts.around(play, when)));
    }
  }
}
