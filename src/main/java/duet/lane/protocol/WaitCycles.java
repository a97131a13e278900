package duet.lane.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds threads that wait for each other in a circle: each for what the next one holds, or for the
/// next one to end.
public final class WaitCycles {
  private WaitCycles() {}

  /// Every circle, each thread in at most one; a thread that waits for itself is a circle of one.
  /// Only waits without a time limit count, since a [ThreadView#holder()] is told of those only.
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
