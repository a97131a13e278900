package duet.lane.java.woven;

import duet.lane.java.explore.schedule.Schedule;
import java.util.concurrent.ThreadFactory;

/// What the builders of threads do in an explored script.
public final class BuilderTurns {
  private BuilderTurns() {}

  /// [Thread.Builder#start(Runnable)].
  public static Thread start(Thread.Builder builder, Runnable task) {
    Thread made = unstarted(builder, task);
    Schedule.current().start(made, null);
    return made;
  }

  /// [Thread.Builder#unstarted(Runnable)].
  public static Thread unstarted(Thread.Builder builder, Runnable task) {
    Schedule schedule = Schedule.current();
    Thread made = builder.unstarted(task);
    schedule.taskOf(made, task);
    schedule.daemon(builder).ifPresent(isDaemon -> schedule.daemon(made, isDaemon));
    return made;
  }

  /// [Thread.Builder#factory()].
  public static ThreadFactory factory(Thread.Builder builder) {
    ThreadFactory maker = builder.factory();
    var said = Schedule.current().daemon(builder);
    return task -> {
      Schedule schedule = Schedule.current();
      Thread made = maker.newThread(task);
      schedule.taskOf(made, task);
      said.ifPresent(isDaemon -> schedule.daemon(made, isDaemon));
      return made;
    };
  }

  /// [Thread.Builder.OfPlatform#daemon()].
  public static Thread.Builder.OfPlatform daemon(Thread.Builder.OfPlatform builder) {
    return daemon(builder, true);
  }

  /// [Thread.Builder.OfPlatform#daemon(boolean)].
  public static Thread.Builder.OfPlatform daemon(
      Thread.Builder.OfPlatform builder, boolean isDaemon) {
    Schedule.current().daemon(builder, isDaemon);
    return builder.daemon(isDaemon);
  }
}
