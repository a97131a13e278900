package duet.lane.java.woven;

import duet.lane.java.explore.schedule.Schedule;

/// What the methods of [Object] do that wait and notify, in an explored script.
public final class ObjectTurns {
  private static final long MILLI = 1_000_000;

  private ObjectTurns() {}

  /// [Object#wait()].
  public static void wait(Object object) throws InterruptedException {
    Schedule.current().waitFor(object, 0);
  }

  /// [Object#wait(long)].
  public static void wait(Object object, long millis) throws InterruptedException {
    Schedule.current().waitFor(object, millis * MILLI);
  }

  /// [Object#wait(long, int)].
  public static void wait(Object object, long millis, int nanos) throws InterruptedException {
    Schedule.current().waitFor(object, millis * MILLI + nanos);
  }

  /// [Object#notify()].
  public static void notify(Object object) {
    Schedule.current().wake(object, false);
  }

  /// [Object#notifyAll()].
  public static void notifyAll(Object object) {
    Schedule.current().wake(object, true);
  }
}
