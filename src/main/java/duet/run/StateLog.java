package duet.run;

import duet.lane.protocol.HostMessage.State;
import java.util.ArrayList;
import java.util.List;

/// The states of a run's threads, up to a limit. Above it none is kept, since a part of them would
/// tell something else than all of them: what the threads did is not known then.
final class StateLog {
  private static final int AT_MOST = 500_000;
  private static final long CHARS_AT_MOST = 50_000_000;

  private final List<State> states = new ArrayList<>();
  private long chars;
  private boolean isFull;

  void add(State state) {
    chars += state.thread().length() + state.where().length();
    isFull |= states.size() >= AT_MOST || chars > CHARS_AT_MOST;
    if (isFull) {
      states.clear();
    } else {
      states.add(state);
    }
  }

  /// All of them, in their order; none if there were too many.
  List<State> all() {
    return states;
  }
}
