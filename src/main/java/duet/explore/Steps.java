package duet.explore;

import duet.lane.protocol.PlayedSchedule;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// The steps of a schedule: who could have gone on at each of them, and where a thread was
/// interrupted that could have gone on.
public final class Steps {
  private final PlayedSchedule played;
  private final List<BigInteger> enabled = new ArrayList<>();

  public Steps(PlayedSchedule played) {
    this.played = played;
    BigInteger set = BigInteger.ZERO;
    String[] changes = played.enabled().isEmpty() ? new String[0] : played.enabled().split(",");
    int next = 0;
    for (int step = 0; step < played.length(); step++) {
      if (next < changes.length && changes[next].startsWith(step + ":")) {
        set = new BigInteger(changes[next].substring(changes[next].indexOf(':') + 1), 16);
        next++;
      }
      enabled.add(set);
    }
  }

  /// Whether a thread could have gone on at a step.
  public boolean isEnabled(int step, int thread) {
    return enabled.get(step).testBit(thread);
  }

  /// The threads that could have gone on at a step, but did not.
  public List<Integer> others(int step) {
    var others = new ArrayList<Integer>();
    BigInteger set = enabled.get(step);
    for (int thread = 0; thread < set.bitLength(); thread++) {
      if (set.testBit(thread) && thread != played.thread(step)) {
        others.add(thread);
      }
    }
    return others;
  }

  /// Whether going on with a thread at a step takes the turn from one that could have gone on, and
  /// has not offered it to others.
  public boolean isPreemption(int step, int thread) {
    if (step == 0) {
      return thread != 0 && isEnabled(0, 0);
    }
    int before = played.thread(step - 1);
    return before != thread && thread != played.usual(step) && isEnabled(step, before);
  }

  /// How often that happened before a step.
  public int preemptions(int end) {
    int count = 0;
    for (int step = 0; step < end; step++) {
      count += isPreemption(step, played.thread(step)) ? 1 : 0;
    }
    return count;
  }

  /// How often that happened.
  public int preemptions() {
    return preemptions(played.length());
  }
}
