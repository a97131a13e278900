package duet.lane.cpython.observe;

import duet.lane.protocol.ThreadState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the host answered to a [duet.lane.protocol.HostOrder.Look].
///
/// @param rows by thread id; a task of an event loop has one below 0
record LookAnswer(Map<Long, Row> rows) {
  /// The host did not answer in time.
  static final LookAnswer NONE = new LookAnswer(Map.of());

  private static final int FIELDS = 6;

  /// What is known of one thread or task.
  ///
  /// @param what what it waits for
  /// @param place the script's line
  /// @param holder the thread that could end the wait, 0 where none is known
  /// @param name a task's name
  record Row(ThreadState kind, String what, String place, long holder, String name) {}

  LookAnswer {
    rows = Map.copyOf(rows);
  }

  /// Reads the items of the answer. What a script has damaged is left out.
  static LookAnswer of(List<String> items) {
    var rows = new HashMap<Long, Row>();
    for (String item : items) {
      String[] told = item.split("\t", -1);
      String[] fields = new String[FIELDS];
      for (int i = 0; i < FIELDS; i++) {
        fields[i] = i < told.length ? told[i] : "";
      }
      try {
        long holder = fields[4].isEmpty() ? 0 : Long.parseLong(fields[4]);
        rows.put(
            Long.valueOf(fields[0]),
            new Row(ThreadState.of(fields[1]), fields[2], fields[3], holder, fields[5]));
      } catch (IllegalArgumentException e) {
        // The script has changed the record.
      }
    }
    return new LookAnswer(rows);
  }
}
