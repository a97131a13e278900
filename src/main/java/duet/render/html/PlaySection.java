package duet.render.html;

import duet.compare.BrokenExpectation;
import duet.compare.Findings;
import duet.compare.Judgement;
import duet.compare.ThreadActivity;
import duet.compare.ThreadActivity.Life;
import duet.compare.Timeline;
import duet.console.Cells;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.ThreadState;
import duet.render.ThreadLabels;
import duet.render.TimelineWords;
import duet.run.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// The parts of a page that show one play: figures, the timeline as a drawing with an explanation
/// under the pointer, and both logs side by side.
final class PlaySection {
  /// About so many labels stand below a timeline.
  private static final int LABELS = 10;

  private static final int DRAWING_WIDTH = 1_000;
  private static final int ROW_HEIGHT = 18;
  private static final int NAME_WIDTH = 150;

  /// Slices narrower than this are drawn together with their neighbours.
  private static final double NARROWEST = 0.5;

  private final HtmlWriter out;
  private final int linesAtMost;

  /// @param linesAtMost how many lines of each lane are shown
  PlaySection(HtmlWriter out, int linesAtMost) {
    this.out = out;
    this.linesAtMost = linesAtMost;
  }

  /// Everything but the title.
  ///
  /// @param breaches what is told to be not as expected
  void write(Judgement judgement, List<BrokenExpectation> breaches) {
    Findings.of(judgement).forEach(sentence -> out.tag("p", sentence));
    breaches.forEach(
        breach -> out.write("<p class=bad>" + HtmlWriter.line(breach.sentence()) + "</p>\n"));
    figures(judgement);
    Timeline.of(judgement.play()).ifPresent(this::timeline);
    out.write("<div class=lanes>\n");
    judgement.play().runs().forEach(this::log);
    out.write("</div>\n");
  }

  private void figures(Judgement judgement) {
    out.write(
        "<div class=scroll><table><tr><th><th>wall<th>CPU<th>CPU÷wall<th>GIL wait<th>compiler and"
            + " GC<th>ended</tr>\n");
    for (Run run : judgement.play().runs()) {
      String good = run.outcome() == Outcome.COMPLETED ? "good" : "bad";
      out.format(
          "<tr><th>%s<td>%s<td>%s<td>%s<td>%s<td>%s<td class=%s>%s</tr>\n",
          escaped(run.lane()),
          number(OptionalDouble.of(run.usage().wall()), "%.3f s"),
          number(run.usage().cpu(), "%.3f s"),
          number(run.usage().cpuPerWall(), "%.2f"),
          number(percent(ThreadActivity.of(run).gilWait()), "%.1f %%"),
          number(run.usage().jvmCpu(), "%.3f s"),
          good,
          escaped(run.outcome().word().replace('_', ' ')));
    }
    out.write("</table></div>\n");
    judgement
        .comparison()
        .ifPresent(c -> out.tag("p", "Same lines: " + c.same() + " of " + c.all() + "."));
  }

  private static OptionalDouble percent(OptionalDouble share) {
    return share.isPresent() ? OptionalDouble.of(100 * share.getAsDouble()) : share;
  }

  private void timeline(Timeline timeline) {
    int rows = timeline.lanes().stream().mapToInt(lane -> lane.threads().size() + 1).sum();
    out.format(
        "<div class=scroll><svg viewBox=\"0 0 %d %d\" role=img aria-label=timeline>\n",
        NAME_WIDTH + DRAWING_WIDTH + 10, (rows + 1) * ROW_HEIGHT + 8);
    int row = 0;
    for (ThreadActivity lane : timeline.lanes()) {
      text(0, row, "lane", lane.run().lane() + " " + lane.run().runtime());
      row++;
      ThreadLabels labels = labels(lane.run());
      for (Life life : lane.threads()) {
        text(8, row, "", Cells.fit(labels.of(life.thread(), life.tid()).text(), 18).strip());
        for (State piece : drawable(life, timeline.end())) {
          slice(piece, timeline.end(), row);
        }
        row++;
      }
    }
    double end = timeline.end();
    double step = TimelineWords.step(end, LABELS * 10);
    for (double at = 0; end > 0 && at < end; at += step) {
      double x = NAME_WIDTH + DRAWING_WIDTH * at / end;
      out.format(
          "<text class=axis x=%.0f y=%d>%s s</text>\n",
          Math.min(x, NAME_WIDTH + DRAWING_WIDTH - 30.0),
          (row + 1) * ROW_HEIGHT,
          TimelineWords.label(at, step));
    }
    out.write("</svg></div>\n<p class=legend>");
    timeline
        .totals()
        .keySet()
        .forEach(
            state ->
                out.format(
                    "<span><i class=%s></i>%s</span> ", state.word(), TimelineWords.words(state)));
    out.write("</p>\n");
  }

  /// A thread's slices; those too narrow to be seen are joined, and what most of them is wins.
  private static List<State> drawable(Life life, double end) {
    long narrow = (long) (NARROWEST / DRAWING_WIDTH * end * 1e9);
    var pieces = new ArrayList<State>();
    var crowd = new ArrayList<State>();
    for (State state : life.states()) {
      crowd.add(state);
      if (state.to() - crowd.getFirst().from() >= narrow) {
        pieces.add(joined(crowd));
        crowd.clear();
      }
    }
    if (!crowd.isEmpty()) {
      pieces.add(joined(crowd));
    }
    return pieces;
  }

  private static State joined(List<State> crowd) {
    Map<ThreadState, Double> seconds = new Life(0, "", crowd).seconds();
    ThreadState most =
        seconds.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    State longest =
        crowd.stream()
            .filter(state -> state.state() == most)
            .max(Comparator.comparing(State::seconds))
            .orElseThrow();
    return new State(
        longest.tid(),
        longest.thread(),
        most,
        crowd.getFirst().from(),
        crowd.getLast().to(),
        longest.where(),
        longest.holder());
  }

  private void slice(State state, double end, int row) {
    double x = NAME_WIDTH + state.from() / 1e9 / end * DRAWING_WIDTH;
    double width = Math.max(NARROWEST, state.seconds() / end * DRAWING_WIDTH);
    String where = state.where().isEmpty() ? "" : " in " + state.where();
    out.format(
        "<rect class=%s x=%.2f y=%d width=%.2f height=%d><title>%s%s, %.3f to %.3f"
            + " s</title></rect>\n",
        state.state().word(),
        x,
        row * ROW_HEIGHT + 4,
        width,
        ROW_HEIGHT - 5,
        TimelineWords.words(state.state()),
        escaped(where),
        state.from() / 1e9,
        state.to() / 1e9);
  }

  private void text(int x, int row, String style, String text) {
    out.format(
        "<text class=\"name %s\" x=%d y=%d>%s</text>\n",
        style, x, row * ROW_HEIGHT + ROW_HEIGHT - 4, escaped(text));
  }

  /// What threads are called, in the drawing as in the log: numbered as they come in the log.
  private static ThreadLabels labels(Run run) {
    var labels = new ThreadLabels();
    run.lines().forEach(line -> labels.of(line.thread(), line.tid()));
    return labels;
  }

  private void log(Run run) {
    ThreadLabels labels = labels(run);
    List<Line> shown = run.lines().subList(0, Math.min(run.lines().size(), linesAtMost));
    out.write(
        "<section><h2>"
            + escaped(run.lane() + " " + run.runtime())
            + "</h2>\n<div class=scroll><table class=log>\n");
    for (Line line : shown) {
      ThreadLabels.Label label = labels.of(line.thread(), line.tid());
      out.format(
          "<tr class=t%d><td>%.3f<td>%s<td class=%s>%s</tr>\n",
          label.index() == 0 ? 0 : (label.index() - 1) % 6 + 1,
          line.seconds(),
          escaped(label.text()),
          line.stream().word(),
          HtmlWriter.line(line.text()));
    }
    out.write("</table></div>\n");
    if (shown.size() < run.lines().size()) {
      int more = run.lines().size() - shown.size();
      out.tag("p", String.format(Locale.ROOT, "… and %,d more lines, which the log has.", more));
    }
    if (run.omitted() > 0) {
      out.tag("p", String.format(Locale.ROOT, "%,d lines were not kept.", run.omitted()));
    }
    if (!run.message().isEmpty()) {
      String message =
          run.message().lines().map(HtmlWriter::line).collect(Collectors.joining("\n"));
      out.write("<pre class=bad>" + message + "</pre>\n");
    }
    out.write("</section>\n");
  }

  private static String number(OptionalDouble value, String format) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "–";
  }

  private static String escaped(String text) {
    return HtmlWriter.escaped(text);
  }
}
