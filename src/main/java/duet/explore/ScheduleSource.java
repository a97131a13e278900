package duet.explore;

import duet.lane.protocol.PlayedSchedule;
import java.util.List;

/// What plays schedules of a script: a host, or in a test something that acts like one.
public interface ScheduleSource extends AutoCloseable {
  /// Orders schedules. Does not wait.
  ///
  /// @param detail whether to tell what happens at each step
  void order(List<String> plans, boolean detail);

  /// The next one of those that were ordered, in their order. Waits for it.
  ///
  /// @throws HostLost when there will be none
  PlayedSchedule next() throws HostLost, InterruptedException;

  /// Plays one schedule, after all that were ordered were taken.
  default PlayedSchedule play(String plan) throws HostLost, InterruptedException {
    order(List.of(plan), true);
    return next();
  }

  @Override
  void close();

  /// There is no host any more, or the script cannot be played; the message says why.
  final class HostLost extends Exception {
    private static final long serialVersionUID = 1;

    public HostLost(String message) {
      super(message);
    }
  }
}
