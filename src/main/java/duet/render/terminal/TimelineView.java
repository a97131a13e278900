package duet.render.terminal;

import duet.compare.GilHolders;
import duet.compare.ThreadActivity;
import duet.compare.ThreadActivity.Life;
import duet.compare.Timeline;
import duet.console.Cells;
import duet.console.Screen;
import duet.console.Theme.Role;
import duet.console.WordWrap;
import duet.lane.protocol.ThreadState;
import duet.render.ThreadLabels;
import duet.render.TimelineWords;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Draws a timeline as text: a row for each thread, time from left to right, all lanes on one
/// scale.
public final class TimelineView {
  private static final int LANE_COLUMNS = 7;
  private static final int THREAD_COLUMNS = 16;
  private static final int SHARES_COLUMNS = 20;
  private static final int LEAST_CELLS = 10;

  /// How many threads of a lane are shown at most, each in its own row.
  private static final int THREADS_AT_MOST = 12;

  private final Screen screen;
  private final boolean ascii;

  /// @param ascii whether the screen shows ASCII only
  TimelineView(Screen screen, boolean ascii) {
    this.screen = screen;
    this.ascii = ascii;
  }

  void write(Timeline timeline) {
    int columns = screen.width() - 1;
    int names =
        timeline.lanes().stream()
            .flatMap(lane -> lane.threads().stream().limit(THREADS_AT_MOST))
            .mapToInt(life -> Cells.columns(life.thread()) + 2) // room for a number
            .max()
            .orElse(0);
    int threadColumns = Math.min(THREAD_COLUMNS, names);
    int fixed = 1 + laneColumns(timeline) + 1 + threadColumns + 1;
    int cells = Math.max(LEAST_CELLS, columns - fixed - 2 - SHARES_COLUMNS);
    screen.line("");
    for (ThreadActivity lane : timeline.lanes()) {
      lane(timeline, lane, threadColumns, cells);
    }
    screen.line(faint(" ".repeat(fixed) + axis(timeline.end(), cells)));
    legend(timeline, columns);
  }

  /// Explains the characters that are used, in as many lines as necessary.
  private void legend(Timeline timeline, int columns) {
    var line = new StringBuilder();
    for (ThreadState state : timeline.totals().keySet()) {
      String entry = glyph(state) + " " + TimelineWords.words(state);
      if (!line.isEmpty() && line.length() + 3 + entry.length() > columns) {
        screen.line(faint(line.toString()));
        line.setLength(0);
      }
      line.append(line.isEmpty() ? " " : "   ").append(entry);
    }
    screen.line(faint(line.toString()));
    if (timeline.lanes().stream().anyMatch(lane -> GilHolders.of(lane).isPresent())) {
      screen.line(faint(" " + GilRow.LEGEND));
    }
    timeline.lanes().stream()
        .map(ThreadActivity::run)
        .filter(run -> !run.unseen().isEmpty())
        .flatMap(run -> WordWrap.wrap(run.lane() + ": " + run.unseen(), columns - 1).stream())
        .forEach(told -> screen.line(faint(" " + told)));
  }

  private static int laneColumns(Timeline timeline) {
    return timeline.lanes().stream()
        .mapToInt(lane -> Math.max(LANE_COLUMNS, Cells.columns(lane.run().lane())))
        .max()
        .orElse(LANE_COLUMNS);
  }

  private void lane(Timeline timeline, ThreadActivity lane, int threadColumns, int cells) {
    var labels = new ThreadLabels();
    List<Life> threads = lane.threads();
    int shown = threads.size() > THREADS_AT_MOST ? THREADS_AT_MOST - 1 : threads.size();
    for (int i = 0; i < shown; i++) {
      Life life = threads.get(i);
      ThreadLabels.Label label = labels.of(life.thread(), life.tid());
      String name = i == 0 ? lane.run().lane() : "";
      screen.line(
          (" " + Cells.fit(name, laneColumns(timeline)) + " ")
              + screen.theme().paintThread(label.index(), Cells.fit(label.text(), threadColumns))
              + " "
              + bar(timeline.cells(life, cells), label.index())
              + "  "
              + shares(life));
    }
    GilHolders.of(lane)
        .map(holders -> new GilRow(holders, lane, labels, shown))
        .ifPresent(row -> gil(timeline, lane, row, threadColumns, cells));
    if (shown < threads.size()) {
      String least = lane.whole() ? "" : "at least ";
      String more = text("… and %s%,d more threads", least, threads.size() - shown);
      screen.line(" ".repeat(laneColumns(timeline) + 2) + faint(more));
    }
  }

  private void gil(
      Timeline timeline, ThreadActivity lane, GilRow row, int threadColumns, int cells) {
    double end = lane.threads().stream().mapToDouble(Life::to).max().orElse(timeline.end());
    int own = Math.clamp(Math.round(cells * end / timeline.end()), 1, cells);
    screen.line(
        " ".repeat(laneColumns(timeline) + 2)
            + Cells.fit(GilRow.NAME, threadColumns)
            + " "
            + row.bar(end, own, screen.theme())
            + " ".repeat(cells - own + 2)
            + row.shares(end));
  }

  private String bar(List<Optional<ThreadState>> cells, int thread) {
    var bar = new StringBuilder();
    int from = 0;
    for (int i = 1; i <= cells.size(); i++) {
      if (i == cells.size() || !cells.get(i).equals(cells.get(from))) {
        bar.append(piece(cells.get(from), i - from, thread));
        from = i;
      }
    }
    return bar.toString();
  }

  private String piece(Optional<ThreadState> state, int length, int thread) {
    if (state.isEmpty()) {
      return " ".repeat(length);
    }
    String text = glyph(state.get()).repeat(length);
    return switch (state.get()) {
      case READY, GIL, LOCK -> screen.theme().paint(Role.BAD, text);
      case RUNNING -> screen.theme().paintThread(thread, text);
      case WAIT, JOIN, SLEEP, IO, UNKNOWN -> faint(text);
    };
  }

  /// The two states that took most of the thread's time.
  private static String shares(Life life) {
    if (life.isUnseen()) {
      return "too short to see";
    }
    return life.seconds().entrySet().stream()
        .filter(entry -> life.share(entry.getKey()) >= 0.005)
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(2)
        .map(e -> text("%s %.0f %%", shortWord(e.getKey()), 100 * life.share(e.getKey())))
        .collect(Collectors.joining("  "));
  }

  private static String shortWord(ThreadState state) {
    return switch (state) {
      case RUNNING -> "run";
      case GIL -> "GIL";
      case READY -> "core";
      case IO -> "I/O";
      case UNKNOWN -> "?";
      case LOCK, WAIT, JOIN, SLEEP -> state.word();
    };
  }

  private String glyph(ThreadState state) {
    return switch (state) {
      case RUNNING -> ascii ? "#" : "█";
      case READY -> ascii ? "=" : "░";
      case GIL -> ascii ? "%" : "▒";
      case LOCK -> ascii ? "x" : "╳";
      case WAIT -> ascii ? "." : "┄";
      case JOIN -> ascii ? ":" : "·";
      case SLEEP -> ascii ? "-" : "─";
      case IO -> ascii ? "~" : "≈";
      case UNKNOWN -> "?";
    };
  }

  /// The axis with the seconds.
  static String axis(double end, int cells) {
    String last = text(end < 1 ? "%.3f s" : "%.2f s", end);
    double step = TimelineWords.step(end, cells);
    var axis = new StringBuilder("0");
    for (double at = step; at < end; at += step) {
      int column = (int) Math.round(at / end * cells);
      String label = TimelineWords.label(at, step);
      if (column + label.length() + 1 <= cells - last.length()) {
        axis.append(" ".repeat(Math.max(1, column - axis.length()))).append(label);
      }
    }
    return axis + " ".repeat(Math.max(1, cells - last.length() - axis.length())) + last;
  }

  private String faint(String text) {
    return screen.theme().paint(Role.FAINT, text);
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
