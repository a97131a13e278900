package duet.lane.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds cycles of waiting threads: each waits for a lock that the next one holds, or for the next
/// one to end.
public final class WaitCycles {
  private WaitCycles() {}

  /// Every cycle; a thread is in at most one. A thread that waits for itself is a cycle of one.
  /// Only waits without a time limit count, since only those have a [ThreadView#holder()].
  public static List<List<ThreadView>> of(List<ThreadView> threads) {
    Map<Long, ThreadView> byTid = new HashMap<>();
    threads.forEach(thread -> byTid.put(thread.tid(), thread));
    var circles = new ArrayList<List<ThreadView>>();
    Set<Long> seen = new HashSet<>();
    for (ThreadView thread : threads) {
      var path = new ArrayList<ThreadView>();
      ThreadView at = thread;
      while (at != null && at.holder() != 0 && seen.add(at.tid())) {
        path.add(at);
        at = byTid.get(at.holder());
      }
      int start = at == null ? -1 : path.indexOf(at);
      if (start >= 0) {
        circles.add(List.copyOf(path.subList(start, path.size())));
      }
    }
    return circles;
  }
}
