package duet.lane.java.explore.schedule;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The monitor of an object: who holds it, how often, and who waits in [Object#wait()].
final class Monitor {
  final Object object;
  final Deque<Wait> waiting = new ArrayDeque<>();
  @Nullable ScriptThread owner;
  int count;

  Monitor(Object object) {
    this.object = object;
  }

  boolean isFreeFor(ScriptThread thread) {
    return owner == null || owner == thread;
  }

  /// Wakes the thread that has waited longest.
  void notifyOne() {
    Wait first = waiting.poll();
    if (first != null) {
      first.signalled = true;
    }
  }

  void notifyAllWaiting() {
    while (!waiting.isEmpty()) {
      notifyOne();
    }
  }
}
