package duet.lane.java.explore.schedule;

import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.PlayedSchedule.Printed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The lines that a script prints in a schedule.
final class Lines {
  private static final int MOST = 10_000;

  /// The number of a thread in [Thread#toString()], which no two schedules have in common.
  private static final Pattern ID = Pattern.compile("Thread\\[#\\d+");

  private record Source(int thread, OutputChannel stream) {}

  private final Schedule schedule;
  private final List<Printed> lines = new ArrayList<>();
  private final Map<Source, StringBuilder> unfinished = new LinkedHashMap<>();

  Lines(Schedule schedule) {
    this.schedule = schedule;
  }

  void print(int thread, OutputChannel stream, String text) {
    var source = new Source(thread, stream);
    StringBuilder line = unfinished.computeIfAbsent(source, _ -> new StringBuilder());
    int from = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      line.append(text, from, at);
      add(source, line);
      line.setLength(0);
      from = at + 1;
    }
    line.append(text, from, text.length());
  }

  private void add(Source source, StringBuilder line) {
    if (lines.size() < MOST) {
      String text = line.toString();
      if (text.contains("Thread[#")) {
        text = ID.matcher(text).replaceAll("Thread[#");
      }
      lines.add(
          new Printed(source.thread, Math.max(0, schedule.length() - 1), source.stream, text));
    }
  }

  /// Adds what was printed without a line end.
  void finish() {
    unfinished.forEach(
        (source, line) -> {
          if (!line.isEmpty()) {
            add(source, line);
          }
        });
    unfinished.clear();
  }

  List<Printed> all() {
    return lines;
  }
}
