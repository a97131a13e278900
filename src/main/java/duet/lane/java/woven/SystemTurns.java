package duet.lane.java.woven;

import duet.lane.java.explore.schedule.Schedule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Time, chance and the end of the process in an explored script: the same in every schedule.
public final class SystemTurns {
  /// When every schedule begins: 2026-01-01, noon UTC.
  private static final long EPOCH_MILLIS = 1_767_268_800_000L;

  private static final long START = 1_000_000_000_000L;
  private static final long MILLI = 1_000_000;
  private static final long SEED = 42;
  private static final int PROCESSORS = 4;

  private SystemTurns() {}

  /// [System#nanoTime()].
  public static long nanoTime() {
    return Schedule.current().now();
  }

  /// [System#currentTimeMillis()].
  public static long currentTimeMillis() {
    return EPOCH_MILLIS + (Schedule.current().now() - START) / MILLI;
  }

  /// The clock of a schedule.
  public static Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return Instant.ofEpochMilli(currentTimeMillis());
      }
    };
  }

  /// What a random number generator starts with that is given nothing.
  public static long seed() {
    return SEED;
  }

  /// [Math#random()].
  public static double random() {
    return Schedule.current().random();
  }

  /// [Runtime#availableProcessors()].
  public static int availableProcessors(Runtime runtime) {
    return PROCESSORS;
  }

  /// [System#exit(int)].
  public static void exit(int status) {
    Schedule.current().exit(status);
  }

  /// [Runtime#exit(int)].
  public static void exit(Runtime runtime, int status) {
    Schedule.current().exit(status);
  }

  /// [Runtime#halt(int)].
  public static void halt(Runtime runtime, int status) {
    Schedule.current().exit(status);
  }

  /// [Runtime#addShutdownHook(Thread)].
  public static void addShutdownHook(Runtime runtime, Thread hook) {
    Schedule.current().refuse("Runtime.addShutdownHook cannot be explored");
  }
}
