package duet.render.terminal;

import duet.clock.Clock;
import duet.compare.Judgement;
import duet.compare.Timeline;
import duet.console.Cells;
import duet.console.Screen;
import duet.console.StatusLine;
import duet.console.Theme.Role;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.OutputChannel;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.Tempo;
import duet.scenario.Kind;
import duet.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Shows a play live on a screen: its title, the lanes' logs in time order, then the summary. On a
/// wide screen the lanes are side by side ([SideBySideLayout]); on others they are stacked, with a
/// row for each line ([StackedLayout]).
public final class LiveView implements PlayListener {
  /// Lines are held back for this long, so that rows are in time order although each lane has its
  /// own pipe.
  private static final long HOLD_NANOS = 60_000_000;

  /// How long a wait lasts before the status line explains it.
  private static final long STATUS_DELAY_NANOS = 400_000_000;

  private final Screen screen;
  private final Clock clock;
  private final boolean sideBySide;
  private final TimelineStyle timeline;
  private final StatusLine status;
  private final Map<String, String> runtimes = new LinkedHashMap<>();
  private final Map<String, List<Line>> held = new LinkedHashMap<>();
  private final UnfinishedLines unfinished = new UnfinishedLines();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Long> lastNanos = new HashMap<>();
  private Tempo tempo = Tempo.TOGETHER;
  private RowLayout rows;
  private boolean headed;
  private long since;
  private String playing = "";

  /// @param sideBySide whether several lanes are shown side by side
  /// @param timeline how the timeline is drawn
  public LiveView(Screen screen, Clock clock, boolean sideBySide, TimelineStyle timeline) {
    this.screen = screen;
    this.clock = clock;
    since = clock.nanoTime();
    this.sideBySide = sideBySide;
    this.timeline = timeline;
    status = new StatusLine(screen);
    rows = new StackedLayout(screen, List.of());
  }

  /// Whether a screen of this width has room for lanes side by side.
  public static boolean fitsSideBySide(int width) {
    return width >= Screen.SIDE_BY_SIDE;
  }

  /// Whether a screen of this width has room for this many lanes.
  static boolean fitsSideBySide(int width, int lanes) {
    return width >= Screen.SIDE_BY_SIDE / 2 * lanes;
  }

  @Override
  public void begins(Scenario scenario, Tempo tempo, double speed, List<String> lanes) {
    this.tempo = tempo;
    lanes.forEach(lane -> held.put(lane, new ArrayList<>()));
    rows =
        sideBySide && lanes.size() > 1 && fitsSideBySide(screen.width(), lanes.size())
            ? new SideBySideLayout(screen, lanes)
            : new StackedLayout(screen, lanes);
    since = clock.nanoTime();
    String title = scenario.title().isEmpty() ? "" : " · " + scenario.title();
    String how = lanes.size() > 1 ? " · lanes play " + tempo.words() : "";
    String faster = speed == 1 ? "" : " · " + number(speed) + "× speed";
    heading(Cells.printable(scenario.name() + title), words(scenario.kind()) + how + faster);
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case WAITS -> "mostly waits";
      case CPU -> "computes";
    };
  }

  /// Writes both texts on one line; on a terminal that is too narrow for them, below each other.
  private void heading(String left, String right) {
    String title = screen.theme().paint(Role.TITLE, left);
    String line = screen.spread(left, right);
    if (screen.live() && Cells.columns(line) > screen.width()) {
      screen.line(title);
      screen.line(screen.spread("", right));
    } else {
      screen.line(title + line.substring(left.length()));
    }
  }

  @Override
  public void booted(String lane, String runtime) {
    runtimes.put(lane, runtime);
  }

  @Override
  public void goes(String lane) {
    playing = playing.isEmpty() || tempo == Tempo.IN_TURN ? lane : playing + " and " + lane;
    since = clock.nanoTime();
  }

  @Override
  public void unfinished(String lane, Line line) {
    unfinished.put(lane, line);
  }

  @Override
  public void printed(String lane, Line line) {
    if (line.stream() == OutputChannel.HTML) {
      return;
    }
    unfinished.remove(lane, line);
    hold(held.getOrDefault(lane, new ArrayList<>()), line);
    lastNanos.put(lane, line.nanos());
    counts.merge(lane, 1, Integer::sum);
  }

  /// Adds a line to those that are held, behind those that began before it.
  private static void hold(List<Line> lines, Line line) {
    int at = lines.size();
    while (at > 0 && lines.get(at - 1).nanos() > line.nanos()) {
      at--;
    }
    lines.add(at, line);
  }

  @Override
  public void omitted(String lane, long lines) {
    List<Line> before = held.getOrDefault(lane, new ArrayList<>());
    long at = before.isEmpty() ? lastNanos.getOrDefault(lane, 0L) : before.getLast().nanos();
    String text = text("… %,d lines are left out here; --max-lines keeps more", lines);
    before.add(new Line(0, at, "", 0, OutputChannel.ERR, text));
  }

  @Override
  public void stuck(String lane, String explanation) {
    release(clock.nanoTime() - since);
    status.clear();
    head();
    explanation
        .lines()
        .forEach(
            line ->
                screen.line(screen.theme().paint(Role.BAD, Cells.printable(lane + " " + line))));
  }

  @Override
  public void tick() {
    long now = clock.nanoTime();
    if (tempo == Tempo.TOGETHER && !playing.isEmpty()) {
      release(now - since - HOLD_NANOS);
    }
    if (!unfinished.isEmpty()) {
      String time = text(" %.1f s · ", (now - since) / 1e9);
      status.show(time + unfinished.words(screen.width() - time.length() - 1));
    } else if (now - since > STATUS_DELAY_NANOS) {
      status.show(waitingFor((now - since) / 1e9));
    }
    screen.flush();
  }

  @Override
  public void finished(Play play) {
    release(Long.MAX_VALUE);
    status.clear();
    head();
    if (timeline != TimelineStyle.NONE) {
      var view = new TimelineView(screen, timeline == TimelineStyle.ASCII);
      Timeline.of(play).ifPresent(view::write);
    }
    new PlaySummary(screen).write(Judgement.of(play));
    screen.flush();
  }

  private void release(long untilNanos) {
    List<LogRow> ready = LogRow.pair(held, untilNanos, rows.tickNanos());
    if (!ready.isEmpty()) {
      status.clear();
      head();
      ready.forEach(rows::write);
    }
  }

  private void head() {
    if (!headed) {
      headed = true;
      rows.head(runtimes);
    }
  }

  private String waitingFor(double seconds) {
    if (playing.isEmpty()) {
      String missing =
          held.keySet().stream()
              .filter(lane -> !runtimes.containsKey(lane))
              .collect(Collectors.joining(" and "));
      return text(" %s … %.1f s", missing.isEmpty() ? "compiling" : "starting " + missing, seconds);
    }
    String lines =
        counts.entrySet().stream()
            .map(count -> count.getKey() + " " + count.getValue())
            .sorted()
            .collect(Collectors.joining(", "));
    return text(
        " %.1f s · %s playing%s", seconds, playing, lines.isEmpty() ? "" : " · lines: " + lines);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
