package duet.render.terminal;

import duet.lane.protocol.HostMessage.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lines of different lanes that were printed within one tick of each other.
///
/// @param lines at most one for each lane, by the lane's id
record LogRow(Map<String, Line> lines) {
  /// Takes the lines up to a moment from the held ones and makes rows of them, in time order.
  ///
  /// @param held lines by lane, each list in time order; what is taken is removed from it
  /// @param untilNanos nanoseconds since "go"
  /// @param tickNanos how far apart the lines of one row may be
  static List<LogRow> pair(Map<String, List<Line>> held, long untilNanos, long tickNanos) {
    var at = new LinkedHashMap<String, Integer>();
    held.keySet().forEach(lane -> at.put(lane, 0));
    var rows = new ArrayList<LogRow>();
    while (true) {
      long first = earliest(held, at);
      if (first == Long.MAX_VALUE || first > untilNanos) {
        break;
      }
      var lines = new LinkedHashMap<String, Line>();
      held.forEach(
          (lane, list) -> {
            int index = at.getOrDefault(lane, 0);
            if (index < list.size() && list.get(index).nanos() - first <= tickNanos) {
              lines.put(lane, list.get(index));
              at.put(lane, index + 1);
            }
          });
      rows.add(new LogRow(lines));
    }
    held.forEach((lane, list) -> list.subList(0, at.getOrDefault(lane, 0)).clear());
    return rows;
  }

  private static long earliest(Map<String, List<Line>> held, Map<String, Integer> at) {
    long earliest = Long.MAX_VALUE;
    for (var entry : held.entrySet()) {
      int index = at.getOrDefault(entry.getKey(), 0);
      if (index < entry.getValue().size()) {
        earliest = Math.min(earliest, entry.getValue().get(index).nanos());
      }
    }
    return earliest;
  }
}
