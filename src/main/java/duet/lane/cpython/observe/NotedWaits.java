package duet.lane.cpython.observe;

import duet.lane.protocol.ThreadState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// What the host has noted of the waits of its script's threads: what each call waited for. It
/// knows neither who had the GIL nor who had a core.
final class NotedWaits {
  /// Nothing was noted.
  static final NotedWaits NONE = new NotedWaits();

  private static final String END = "end";

  /// One wait. Times are readings of [System#nanoTime()].
  ///
  /// @param holder the thread that could end it, 0 where none is known
  record Wait(ThreadState state, long from, long to, String function, long holder) {
    long overlap(long begin, long end) {
      return Math.min(to, end) - Math.max(from, begin);
    }
  }

  private final Map<Long, List<Wait>> waits = new HashMap<>();
  private final Map<Long, Long> ends = new HashMap<>();

  private NotedWaits() {}

  /// Reads the lines that [duet.lane.protocol.HostMessage.Response] describes. What a script has
  /// damaged is left out, with all that follows.
  static NotedWaits of(String lines) {
    var noted = new NotedWaits();
    try {
      lines.lines().forEach(line -> noted.read(line.split(" ", -1)));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      // The script has changed the record.
    }
    noted.waits.values().forEach(all -> all.sort(Comparator.comparing(Wait::from)));
    return noted;
  }

  private void read(String[] fields) {
    Long tid = Long.valueOf(fields[0]);
    long from = Long.parseLong(fields[2]);
    if (fields[1].equals(END)) {
      ends.put(tid, from);
      return;
    }
    long to = fields[3].equals("0") ? Long.MAX_VALUE : Long.parseLong(fields[3]);
    var wait = new Wait(ThreadState.of(fields[1]), from, to, fields[4], Long.parseLong(fields[5]));
    waits.computeIfAbsent(tid, _ -> new ArrayList<>()).add(wait);
  }

  /// The waits of a thread, in the order in which they began.
  List<Wait> of(long tid) {
    return waits.getOrDefault(tid, List.of());
  }

  /// When a thread said that it ends.
  OptionalLong end(long tid) {
    Long end = ends.get(tid);
    return end == null ? OptionalLong.empty() : OptionalLong.of(end);
  }
}
