package duet.lane.java.explore.schedule;

import duet.lane.java.jdk.TrustedLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Makes virtual threads that an executor of Duet's own schedules. The JDK has that for its own
/// tests only (JDK 25).
final class VirtualThreadMaker {
  private static final MethodHandle BUILDER;
  private static final MethodHandle START;
  private static final MethodHandle EXITED;
  private static final Object ROOT;

  static {
    try {
      MethodHandles.Lookup lookup = TrustedLookup.get();
      Class<?> builder = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder");
      Class<?> container = Class.forName("jdk.internal.vm.ThreadContainer");
      Class<?> containers = Class.forName("jdk.internal.vm.ThreadContainers");
      BUILDER =
          lookup
              .findConstructor(builder, MethodType.methodType(void.class, Executor.class))
              .asType(MethodType.methodType(Thread.Builder.OfVirtual.class, Executor.class));
      START =
          lookup
              .findVirtual(Thread.class, "start", MethodType.methodType(void.class, container))
              .asType(MethodType.methodType(void.class, Thread.class, Object.class));
      ROOT = lookup.findStatic(containers, "root", MethodType.methodType(container)).invoke();
      EXITED =
          lookup
              .findVirtual(container, "onExit", MethodType.methodType(void.class, Thread.class))
              .asType(MethodType.methodType(void.class, Object.class, Thread.class));
    } catch (Throwable e) {
      throw new IllegalStateException("this JDK has other virtual threads", e);
    }
  }

  private VirtualThreadMaker() {}

  static Thread unstarted(Executor scheduler, Runnable task) {
    try {
      return ((Thread.Builder.OfVirtual) BUILDER.invokeExact(scheduler)).unstarted(task);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /// @param container what the JDK keeps the thread in; null for none in particular
  static void start(Thread thread, @Nullable Object container) {
    try {
      START.invokeExact(thread, container == null ? ROOT : container);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /// The JDK keeps no reference to this thread any more.
  static void forget(Thread thread) {
    try {
      EXITED.invokeExact(ROOT, thread);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
