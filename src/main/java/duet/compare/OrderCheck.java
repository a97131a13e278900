package duet.compare;

import duet.compare.BrokenExpectation.About;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.OutputChannel;
import duet.run.Play;
import duet.run.Run;
import duet.scenario.LaneExpectations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Checks in which order a run printed its lines. Where two threads printed them and the machine
/// may have held up the one that came too late, the expectation is neither met nor broken.
final class OrderCheck {
  private final Play play;
  private final Run run;
  private final LineSearch search = new LineSearch();
  private final List<Line> printed;
  private final List<BrokenExpectation> broken = new ArrayList<>();
  private final List<UndecidedExpectation> undecided = new ArrayList<>();

  private OrderCheck(Play play, Run run) {
    this.play = play;
    this.run = run;
    printed = run.lines().stream().filter(line -> line.stream() == OutputChannel.OUT).toList();
  }

  /// Checks all that is expected of the order of a run's lines, which must all have been kept.
  ///
  /// @throws LineSearch.GivenUp when looking for them takes too long
  static OrderCheck of(Play play, Run run, LaneExpectations expected) {
    var check = new OrderCheck(play, run);
    for (List<Pattern> chain : expected.order()) {
      for (int i = 0; i + 1 < chain.size(); i++) {
        check.pair(chain.get(i), chain.get(i + 1));
      }
    }
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

  private void pair(Pattern earlier, Pattern later) {
    List<Line> before = matching(earlier);
    List<Line> after = matching(later);
    String expected = Quotation.of(earlier) + " before " + Quotation.of(later);
    if (before.isEmpty()) {
      absent(expected, earlier, after.stream().findFirst());
    } else if (after.isEmpty()) {
      absent(expected, later, Optional.of(before.getLast()));
    } else if (isBefore(after.getFirst(), before.getLast())) {
      order(expected, before, after);
    }
  }

  private List<Line> matching(Pattern pattern) {
    return printed.stream().filter(line -> search.find(pattern, line.text())).toList();
  }

  private static boolean isBefore(Line one, Line other) {
    return Comparator.comparing(Line::nanos).thenComparing(Line::seq).compare(one, other) < 0;
  }

  private void absent(String expected, Pattern absent, Optional<Line> beside) {
    String came = "no line contains " + Quotation.of(absent);
    if (beside.filter(LineDelays.of(run)::mayMove).isPresent()) {
      open(expected, came + UndecidedExpectation.MOVED);
    } else {
      broken(expected, came, beside.map(LogExcerpts::at).orElse(OptionalLong.empty()));
    }
  }

  /// Lines came in another order. Two of them of which no wait explains it break the expectation.
  private void order(String expected, List<Line> before, List<Line> after) {
    var delays = LineDelays.of(run);
    Line first = after.getFirst();
    var firsts = new HashMap<Long, Line>();
    after.forEach(line -> firsts.putIfAbsent(line.tid(), line));
    for (Line late : before.reversed()) {
      Line own = firsts.getOrDefault(late.tid(), late);
      Line early = delays.between(first, late).isEmpty() ? first : own;
      if (isBefore(first, late) && isBefore(early, late)) {
        broken(expected, came(early, late), LogExcerpts.at(early));
        return;
      }
    }
    double most = delays.between(first, before.getLast()).orElse(0);
    open(
        expected,
        came(first, before.getLast())
            + String.format(
                Locale.ROOT, ", but waits for a core may have delayed that by up to %.3f s", most));
  }

  private static String came(Line first, Line last) {
    return String.format(
        Locale.ROOT,
        "it printed %s at %.3f s and %s at %.3f s",
        Quotation.of(first.text()),
        first.seconds(),
        Quotation.of(last.text()),
        last.seconds());
  }

  private void open(String expected, String came) {
    undecided.add(new UndecidedExpectation(About.ORDER, run.lane(), expected, came));
  }

  private void broken(String expected, String came, OptionalLong nanos) {
    broken.add(
        new BrokenExpectation(
            About.ORDER, run.lane(), expected, came, LogExcerpts.around(play, nanos)));
  }
}
