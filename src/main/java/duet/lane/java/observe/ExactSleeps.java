package duet.lane.java.observe;

import duet.lane.host.StateHistory;
import duet.lane.java.record.ThreadRecord.Sleep;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.ThreadState;
import java.util.List;

/// Corrects the sampled states of a thread by the sleeps that the script recorded.
final class ExactSleeps {
  private ExactSleeps() {}

  /// The states with these sleeps. Where a sampled sleep is one of them, it is as long as the
  /// recorded one; the rest of it was running.
  ///
  /// @param states without gaps
  /// @param go the [System#nanoTime()] that their times count from
  static List<State> in(List<State> states, List<Sleep> sleeps, long go) {
    if (states.isEmpty() || sleeps.isEmpty()) {
      return states;
    }
    var exact = new StateHistory(states.getFirst().tid(), states.getFirst().thread());
    String where = "";
    int next = 0;
    for (State state : states) {
      where = state.state() == ThreadState.SLEEP ? state.where() : where;
      while (next < sleeps.size() && sleeps.get(next).to() - go <= state.from()) {
        next++;
      }
      boolean isRecorded = next < sleeps.size() && sleeps.get(next).from() - go < state.to();
      boolean isSleep = state.state() == ThreadState.SLEEP;
      ThreadState other = isSleep && isRecorded ? ThreadState.RUNNING : state.state();
      String otherWhere = isSleep && isRecorded ? "" : state.where();
      long at = state.from();
      for (int i = next; i < sleeps.size() && sleeps.get(i).from() - go < state.to(); i++) {
        long from = Math.max(at, sleeps.get(i).from() - go);
        long to = Math.min(state.to(), sleeps.get(i).to() - go);
        exact.add(other, at, from, otherWhere, state.holder());
        exact.add(ThreadState.SLEEP, from, to, where, 0);
        at = Math.max(at, to);
      }
      exact.add(other, at, state.to(), otherWhere, state.holder());
    }
    return exact.all();
  }
}
