package duet.lane.java.observe;

import java.lang.Thread.State;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import org.jspecify.annotations.Nullable;

/// What the JVM says of a thread. A script's own class of threads may say something else, since
/// [Thread#getState] and [Thread#getStackTrace] can be overridden.
final class TrueThread {
  private static final ClassValue<Boolean> OVERRIDES =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return isOfScript(type, "getState") || isOfScript(type, "getStackTrace");
        }
      };

  private static final StackTraceElement[] NO_FRAMES = {};

  private TrueThread() {}

  /// Its state, once it has been started.
  static State state(Thread thread) {
    if (!OVERRIDES.get(thread.getClass())) {
      return thread.getState();
    }
    ThreadInfo info = info(thread, 0);
    return info == null ? State.TERMINATED : info.getThreadState();
  }

  /// Its stack; empty if it has ended.
  static StackTraceElement[] stack(Thread thread) {
    if (!OVERRIDES.get(thread.getClass())) {
      return thread.getStackTrace();
    }
    ThreadInfo info = info(thread, Integer.MAX_VALUE);
    return info == null ? NO_FRAMES : info.getStackTrace();
  }

  /// Null if it has ended.
  private static @Nullable ThreadInfo info(Thread thread, int frames) {
    return ManagementFactory.getThreadMXBean().getThreadInfo(thread.threadId(), frames);
  }

  private static boolean isOfScript(Class<?> type, String method) {
    try {
      return type.getMethod(method).getDeclaringClass().getClassLoader() != null;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }
}
