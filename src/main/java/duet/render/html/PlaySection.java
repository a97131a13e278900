package duet.render.html;

import duet.compare.BrokenExpectation;
import duet.compare.Findings;
import duet.compare.Judgement;
import duet.compare.LineDifference;
import duet.compare.ThreadActivity;
import duet.compare.Timeline;
import duet.compare.UndecidedExpectation;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.Usage;
import duet.render.SameLinesWords;
import duet.run.Run;
import duet.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// The section of a page that shows one play: figures, the timeline as a drawing with tooltips, and
/// the logs side by side.
///
/// @param broken the broken expectations that this section reports
/// @param undecided the expectations that the machine left open
/// @param linesAtMost how many lines of each lane are shown
record PlaySection(
    Judgement judgement,
    List<BrokenExpectation> broken,
    List<UndecidedExpectation> undecided,
    int linesAtMost) {
  PlaySection {
    broken = List.copyOf(broken);
    undecided = List.copyOf(undecided);
  }

  /// The row of a lane in the table of figures, as text.
  record FigureRow(
      String lane,
      String wall,
      String cpu,
      String cpuPerWall,
      String gilWait,
      String jvmCpu,
      String standing,
      String outcome) {
    static FigureRow of(Run run) {
      Usage usage = run.usage();
      OptionalDouble gilWait = ThreadActivity.of(run).gilWait();
      return new FigureRow(
          run.lane(),
          HtmlFile.number("%.3f s", usage.wall()),
          text("%.3f s", usage.cpu()),
          text("%.2f", usage.cpuPerWall()),
          gilWait.isPresent() ? HtmlFile.number("%.1f %%", 100 * gilWait.getAsDouble()) : "–",
          text("%.3f s", usage.jvmCpu()),
          run.outcome() == Outcome.COMPLETED ? "good" : "bad",
          run.outcome().word().replace('_', ' '));
    }

    private static String text(String format, OptionalDouble value) {
      return value.isPresent() ? HtmlFile.number(format, value.getAsDouble()) : "–";
    }
  }

  String heading() {
    Scenario scenario = judgement.play().scenario();
    return scenario.name() + (scenario.title().isEmpty() ? "" : " · " + scenario.title());
  }

  List<String> findings() {
    return Findings.of(judgement);
  }

  List<String> brokenSentences() {
    return Stream.concat(
            broken.stream().map(BrokenExpectation::sentence),
            judgement.difference().map(LineDifference::sentence).stream())
        .toList();
  }

  List<String> undecidedSentences() {
    return undecided.stream().map(UndecidedExpectation::sentence).toList();
  }

  List<FigureRow> figures() {
    return judgement.play().runs().stream().map(FigureRow::of).toList();
  }

  Optional<String> sameLines() {
    return judgement.comparisons().isEmpty()
        ? Optional.empty()
        : Optional.of("Same lines" + SameLinesWords.of(judgement, ":") + ".");
  }

  Optional<TimelineDrawing> timeline() {
    return Timeline.of(judgement.play()).map(TimelineDrawing::of);
  }

  List<LogTable> logs() {
    return judgement.play().runs().stream().map(run -> LogTable.of(run, linesAtMost)).toList();
  }
}
