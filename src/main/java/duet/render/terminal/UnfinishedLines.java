package duet.render.terminal;

import duet.console.Cells;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.OutputChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The lines that lanes have begun and not finished, such as a question or a progress bar. A live
/// terminal shows the latest one of each lane in its status line.
final class UnfinishedLines {
  private static final String BETWEEN = " │ ";

  private final Map<Place, Line> lines = new LinkedHashMap<>();

  /// Where a line is continued.
  private record Place(String lane, long tid, OutputChannel stream) {
    static Place of(String lane, Line line) {
      return new Place(lane, line.tid(), line.stream());
    }
  }

  /// A line has begun, or goes on.
  void put(String lane, Line line) {
    remove(lane, line);
    lines.put(Place.of(lane, line), line);
  }

  /// The line is finished.
  void remove(String lane, Line line) {
    lines.remove(Place.of(lane, line));
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /// The latest unfinished line of each lane, within this many columns. What is newest, the end of
  /// a line, is never cut off.
  String words(int width) {
    var latest = new LinkedHashMap<String, Line>();
    lines.forEach((place, line) -> latest.put(place.lane, line));
    int each = (width - BETWEEN.length() * (latest.size() - 1)) / Math.max(1, latest.size());
    List<String> words =
        latest.entrySet().stream().map(e -> words(e.getKey(), e.getValue(), each)).toList();
    return String.join(BETWEEN, words);
  }

  private static String words(String lane, Line line, int width) {
    String lead = lane + " " + line.thread() + ": ";
    String text = Cells.printable(line.text()).stripTrailing();
    int room = Math.max(1, width - Cells.columns(lead));
    if (Cells.columns(text) <= room) {
      return lead + text;
    }
    return lead + "…" + lastColumns(text, room - 1);
  }

  private static String lastColumns(String text, int columns) {
    int from = text.length();
    while (from > 0
        && Cells.columns(text.substring(text.offsetByCodePoints(from, -1))) <= columns) {
      from = text.offsetByCodePoints(from, -1);
    }
    return text.substring(from);
  }
}
