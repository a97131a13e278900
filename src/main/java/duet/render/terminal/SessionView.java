package duet.render.terminal;

import duet.console.Cells;
import duet.console.Screen;
import duet.console.Theme.Role;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Usage;
import duet.render.ThreadLabels;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Shows on a screen what live sessions print and answer.
public final class SessionView {
  /// Code that takes less than this many times as long as nothing was left out.
  private static final double AS_NOTHING = 1.2;

  private final Screen screen;
  private final Map<String, ThreadLabels> labels = new HashMap<>();

  public SessionView(Screen screen) {
    this.screen = screen;
  }

  /// A printed line: the main thread's as it is, another thread's in its colour, with its time and
  /// name.
  public String of(String lane, Line line) {
    var label = labels.computeIfAbsent(lane, _ -> new ThreadLabels()).of(line.thread(), line.tid());
    String text = Cells.printable(line.text());
    if (label.index() == 0) {
      return text;
    }
    String time = text("%7.3f", Math.max(0, line.seconds()));
    return screen.theme().paintThread(label.index(), time + " " + label.text() + "  " + text);
  }

  /// A new session of a lane begins, with new threads.
  public void begin(String lane) {
    labels.remove(lane);
  }

  /// A notice from Duet itself.
  public String notice(String text) {
    return screen.theme().paint(Role.FAINT, Cells.printable(text));
  }

  /// Writes a value; nothing if there is none.
  public void value(String text) {
    text.lines().map(Cells::printable).forEach(screen::line);
  }

  /// Writes an error; its message stands out from the code around it.
  public void error(String text) {
    text.lines()
        .map(Cells::printable)
        .map(line -> line.startsWith(" ") ? line : screen.theme().paint(Role.BAD, line))
        .forEach(screen::line);
  }

  /// Writes the time and CPU time that an evaluation used.
  public void usage(Usage usage) {
    var used = new StringBuilder(text("wall %.3f s", usage.wall()));
    usage.cpu().ifPresent(cpu -> used.append(text(" · cpu %.3f s", cpu)));
    usage.cpuPerWall().ifPresent(ratio -> used.append(text(" · cpu÷wall %.2f", ratio)));
    usage.jvmCpu().ifPresent(cpu -> used.append(text(" · compiler and collector %.3f s", cpu)));
    screen.line(notice(used.toString()));
  }

  /// Writes how long one evaluation took.
  ///
  /// @param items how often each repeat evaluated, then the seconds of one evaluation in each
  ///   repeat
  /// @param empty the seconds of a round that does nothing
  public void times(List<String> items, double empty) {
    double[] seconds = items.stream().skip(1).mapToDouble(Double::parseDouble).sorted().toArray();
    screen.line(
        text(
            "%s a time: best of %d × %,d · median %s · slowest %s",
            duration(seconds[0]),
            seconds.length,
            Long.parseLong(items.getFirst()),
            duration(seconds[seconds.length / 2]),
            duration(seconds[seconds.length - 1])));
    if (seconds[0] < AS_NOTHING * empty) {
      screen.line(
          notice("An empty loop takes as long: the compiler may have optimised the code away."));
    }
  }

  /// Writes which names were loaded from a script, and which of its lines were left out.
  public void loaded(String language, List<String> names, String leftOut) {
    screen.line(language + ": " + (names.isEmpty() ? "nothing to load" : String.join(", ", names)));
    if (!leftOut.isEmpty()) {
      screen.line(notice("left out, since it runs the experiment: line " + leftOut));
    }
  }

  private static String duration(double seconds) {
    if (seconds >= 1) {
      return text("%.3f s", seconds);
    }
    if (seconds >= 1e-3) {
      return text("%.3f ms", seconds * 1e3);
    }
    return seconds >= 1e-6 ? text("%.3f µs", seconds * 1e6) : text("%.3f ns", seconds * 1e9);
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
