package duet.lane.java.woven;

import duet.lane.java.explore.schedule.Schedule;
import java.lang.ref.Cleaner;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What the methods of [Thread] do in an explored script.
public final class ThreadTurns {
  private static final long MILLI = 1_000_000;

  private ThreadTurns() {}

  /// [Thread#currentThread()].
  public static Thread currentThread() {
    return Schedule.current().currentThread();
  }

  /// [Thread#start()].
  public static void start(Thread thread) {
    Schedule.current().start(thread, null);
  }

  /// Starts a thread as the JDK does for its own executors.
  public static void startIn(Thread thread, Object container) {
    Schedule.current().start(thread, container);
  }

  /// What the JDK's executors do when nobody refers to them any more depends on its garbage
  /// collection, so it is not done.
  public static Cleaner.Cleanable register(Cleaner cleaner, Object object, Runnable action) {
    return () -> {};
  }

  /// [Thread#startVirtualThread(Runnable)].
  public static Thread startVirtualThread(Runnable task) {
    return BuilderTurns.start(Thread.ofVirtual(), task);
  }

  /// [Thread#join()].
  public static void join(Thread thread) throws InterruptedException {
    boolean _ = Schedule.current().join(thread, 0);
  }

  /// [Thread#join(long)].
  public static void join(Thread thread, long millis) throws InterruptedException {
    boolean _ = Schedule.current().join(thread, millis * MILLI);
  }

  /// [Thread#join(long, int)].
  public static void join(Thread thread, long millis, int nanos) throws InterruptedException {
    boolean _ = Schedule.current().join(thread, millis * MILLI + nanos);
  }

  /// [Thread#join(Duration)].
  public static boolean join(Thread thread, Duration duration) throws InterruptedException {
    return Schedule.current().join(thread, Math.max(1, duration.toNanos()));
  }

  /// [Thread#sleep(long)].
  public static void sleep(long millis) throws InterruptedException {
    sleep(millis, 0);
  }

  /// [Thread#sleep(long, int)].
  public static void sleep(long millis, int nanos) throws InterruptedException {
    if (millis < 0) {
      throw new IllegalArgumentException("timeout value is negative");
    }
    Schedule.current().sleep(millis * MILLI + nanos);
  }

  /// [Thread#sleep(Duration)].
  public static void sleep(Duration duration) throws InterruptedException {
    Schedule.current().sleep(Math.max(0, duration.toNanos()));
  }

  /// [TimeUnit#sleep(long)].
  public static void sleep(TimeUnit unit, long amount) throws InterruptedException {
    Schedule.current().sleep(Math.max(0, unit.toNanos(amount)));
  }

  /// [Thread#yield()].
  @SuppressWarnings("NamedLikeContextualKeyword")
  public static void yield() {
    Schedule.current().yieldTurn();
  }

  /// [Thread#onSpinWait()].
  public static void onSpinWait() {
    Schedule.current().yieldTurn();
  }

  /// [Thread#interrupt()].
  public static void interrupt(Thread thread) {
    Schedule.current().interrupt(thread);
  }

  /// [Thread#interrupted()].
  public static boolean interrupted() {
    return Schedule.current().interrupted();
  }

  /// [Thread#isInterrupted()].
  public static boolean isInterrupted(Thread thread) {
    return Schedule.current().isInterrupted(thread);
  }

  /// [Thread#isAlive()].
  public static boolean isAlive(Thread thread) {
    Thread.State state = getState(thread);
    return state != Thread.State.NEW && state != Thread.State.TERMINATED;
  }

  /// [Thread#getState()].
  public static Thread.State getState(Thread thread) {
    return Schedule.current().state(thread);
  }

  /// [Thread#threadId()].
  public static long threadId(Thread thread) {
    return Schedule.current().id(thread);
  }

  /// The old form of [Thread#threadId()].
  public static long getId(Thread thread) {
    return threadId(thread);
  }

  /// [Thread#isDaemon()].
  public static boolean isDaemon(Thread thread) {
    return Schedule.current().isDaemon(thread);
  }

  /// [Thread#setDaemon(boolean)].
  public static void setDaemon(Thread thread, boolean isDaemon) {
    if (thread.isVirtual()) {
      thread.setDaemon(isDaemon);
    }
    if (isAlive(thread)) {
      throw new IllegalThreadStateException();
    }
    Schedule.current().daemon(thread, isDaemon);
  }

  /// [Thread#holdsLock(Object)].
  public static boolean holdsLock(Object object) {
    return Schedule.current().holds(object);
  }

  /// [Thread#setDefaultUncaughtExceptionHandler].
  public static void setDefaultUncaughtExceptionHandler(
      Thread.@Nullable UncaughtExceptionHandler handler) {
    Schedule.current().defaultHandler(handler);
  }

  /// [Thread#getDefaultUncaughtExceptionHandler].
  public static Thread.@Nullable UncaughtExceptionHandler getDefaultUncaughtExceptionHandler() {
    return Schedule.current().defaultHandler();
  }
}
