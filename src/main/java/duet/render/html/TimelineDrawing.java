package duet.render.html;

import duet.compare.GilHolders;
import duet.compare.ThreadActivity;
import duet.compare.ThreadActivity.Life;
import duet.compare.Timeline;
import duet.console.Cells;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.ThreadState;
import duet.render.ThreadLabels;
import duet.render.TimelineWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A timeline as a drawing: a row for each lane and each of its threads, an axis, and a legend.
record TimelineDrawing(
    int width, int height, List<TimelineRow> rows, List<Mark> marks, List<LegendEntry> legend) {
  /// About how many marks the axis has.
  private static final int MARKS = 10;

  /// How many colours of threads the style sheet has.
  private static final int COLOURS = 7;

  private static final int DRAWING_WIDTH = 1_000;
  private static final int ROW_HEIGHT = 18;
  private static final int NAME_WIDTH = 150;

  /// Slices narrower than this are drawn together with their neighbours.
  private static final double NARROWEST = 0.5;

  TimelineDrawing {
    rows = List.copyOf(rows);
    marks = List.copyOf(marks);
    legend = List.copyOf(legend);
  }

  /// A lane's or a thread's row.
  ///
  /// @param style its CSS class
  record TimelineRow(String style, int x, int y, String name, List<Slice> slices) {
    TimelineRow {
      slices = List.copyOf(slices);
    }
  }

  /// What a thread did for a while.
  ///
  /// @param words the tooltip
  record Slice(String state, String x, int y, String width, int height, String words) {}

  /// A label on the axis.
  record Mark(String x, int y, String text) {}

  /// A colour and its meaning.
  record LegendEntry(String state, String words) {}

  static TimelineDrawing of(Timeline timeline) {
    var rows = new ArrayList<TimelineRow>();
    for (ThreadActivity lane : timeline.lanes()) {
      String unseen = lane.run().unseen();
      String title =
          lane.run().lane() + " " + lane.run().runtime() + (unseen.isEmpty() ? "" : " · " + unseen);
      rows.add(new TimelineRow("lane", 0, baseline(rows.size()), title, List.of()));
      ThreadLabels labels = LogTable.labels(lane.run());
      for (Life life : lane.threads()) {
        String name = labels.of(life.thread(), life.tid()).text();
        rows.add(thread(Cells.fit(name, 18).strip(), life, timeline.end(), rows.size()));
      }
      GilHolders.of(lane)
          .ifPresent(holders -> rows.add(gil(holders, labels, timeline.end(), rows.size())));
    }
    return new TimelineDrawing(
        NAME_WIDTH + DRAWING_WIDTH + 10,
        (rows.size() + 1) * ROW_HEIGHT + 8,
        rows,
        marks(timeline.end(), rows.size()),
        timeline.totals().keySet().stream()
            .map(state -> new LegendEntry(state.word(), TimelineWords.words(state)))
            .toList());
  }

  private static int baseline(int row) {
    return row * ROW_HEIGHT + ROW_HEIGHT - 4;
  }

  private static TimelineRow thread(String name, Life life, double end, int row) {
    List<Slice> slices = drawable(life, end).stream().map(state -> slice(state, end, row)).toList();
    return new TimelineRow("", 8, baseline(row), name, slices);
  }

  /// Who has the global interpreter lock, in the colour of the thread.
  private static TimelineRow gil(GilHolders holders, ThreadLabels labels, double end, int row) {
    var slices = new ArrayList<Slice>();
    GilHolders.Turn crowd = null;
    for (GilHolders.Turn turn : holders.turns()) {
      double width = (turn.to() - turn.from()) / 1e9 / end * DRAWING_WIDTH;
      boolean isNear = crowd != null && width < NARROWEST && turn.tid() == crowd.tid();
      if (!isNear) {
        Optional<ThreadLabels.Label> holder =
            Optional.of(turn)
                .filter(one -> one.tid() != GilHolders.NOT_KNOWN)
                .map(one -> labels.of(one.thread(), one.tid()));
        double from = turn.from() / 1e9;
        slices.add(
            new Slice(
                holder
                    .map(label -> "holder t" + label.index() % COLOURS)
                    .orElse(ThreadState.UNKNOWN.word()),
                HtmlFile.number("%.2f", NAME_WIDTH + from / end * DRAWING_WIDTH),
                row * ROW_HEIGHT + 4,
                HtmlFile.number("%.2f", Math.max(NARROWEST, width)),
                ROW_HEIGHT - 5,
                holder.map(ThreadLabels.Label::text).orElse("it is not known who")
                    + HtmlFile.number(" has the GIL, %.3f", from)
                    + HtmlFile.number(" to %.3f s", turn.to() / 1e9)));
      }
      crowd = turn;
    }
    return new TimelineRow("", 8, baseline(row), "GIL", slices);
  }

  private static List<Mark> marks(double end, int rows) {
    var marks = new ArrayList<Mark>();
    double step = TimelineWords.step(end, MARKS * 10);
    for (double at = 0; end > 0 && at < end; at += step) {
      double x = Math.min(NAME_WIDTH + DRAWING_WIDTH * at / end, NAME_WIDTH + DRAWING_WIDTH - 30.0);
      String text = TimelineWords.label(at, step) + " s";
      marks.add(new Mark(HtmlFile.number("%.0f", x), (rows + 1) * ROW_HEIGHT, text));
    }
    return marks;
  }

  /// A thread's slices. Those that are too narrow to be seen are joined into one, with the state
  /// that took most of their time.
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

  private static Slice slice(State state, double end, int row) {
    double from = state.from() / 1e9;
    String where = state.where().isEmpty() ? "" : " in " + state.where();
    return new Slice(
        state.state().word(),
        HtmlFile.number("%.2f", NAME_WIDTH + from / end * DRAWING_WIDTH),
        row * ROW_HEIGHT + 4,
        HtmlFile.number("%.2f", Math.max(NARROWEST, state.seconds() / end * DRAWING_WIDTH)),
        ROW_HEIGHT - 5,
        TimelineWords.words(state.state())
            + where
            + HtmlFile.number(", %.3f", from)
            + HtmlFile.number(" to %.3f s", state.to() / 1e9));
  }
}
