package duet.lane.cpython.observe;

import duet.lane.host.StateHistory;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.ThreadState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The threads that have printed, those of child processes included.
final class Printers {
  /// No state is empty.
  private static final long SHORTEST_NANOS = 1_000;

  private final Map<Long, State> printers = new LinkedHashMap<>();

  synchronized void add(Line line) {
    if (printers.size() >= StateHistory.THREADS_AT_MOST) {
      return;
    }
    printers.merge(
        line.tid(),
        new State(
            line.tid(),
            line.thread(),
            ThreadState.UNKNOWN,
            line.nanos(),
            line.nanos() + SHORTEST_NANOS,
            "",
            0),
        (first, last) ->
            new State(first.tid(), last.thread(), first.state(), first.from(), last.to(), "", 0));
  }

  /// States that are not known of those that are in no other state: they lived at least from their
  /// first line to their last.
  synchronized List<State> others(List<State> states) {
    Set<Long> known = states.stream().map(State::tid).collect(Collectors.toSet());
    return printers.values().stream().filter(state -> !known.contains(state.tid())).toList();
  }
}
