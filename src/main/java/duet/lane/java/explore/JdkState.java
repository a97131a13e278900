package duet.lane.java.explore;

import duet.lane.java.explore.weave.JdkCopies;
import duet.lane.java.reuse.ThreadNameCounters;
import java.util.Optional;

/// What the JDK keeps between schedules, such as the number of the next thread.
record JdkState(Optional<ThreadNameCounters> counters) {
  static JdkState now(JdkCopies copies) {
    return new JdkState(ThreadNameCounters.now());
  }

  void restore() {
    counters.ifPresent(ThreadNameCounters::restore);
  }
}
