package duet.lane.java.observe;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lists the virtual threads that are alive. No public method of the JDK does. Thread dumps use
/// `jdk.internal.vm.ThreadContainers` (JDK 25); so does this class, and the host's JVM exports it
/// to Duet alone.
public final class VirtualThreads {
  /// The JVM option that does so.
  public static final String OPENED = "--add-exports=java.base/jdk.internal.vm=duet";

  private static final @Nullable Method ROOT = method("ThreadContainers", "root");
  private static final @Nullable Method CHILDREN = method("ThreadContainer", "children");
  private static final @Nullable Method THREADS = method("ThreadContainer", "threads");

  private VirtualThreads() {}

  /// All virtual threads; none where this JDK has no such class.
  public static Stream<Thread> all() {
    return ROOT == null || CHILDREN == null || THREADS == null
        ? Stream.empty()
        : within(call(ROOT, null), CHILDREN, THREADS);
  }

  private static Stream<Thread> within(Object container, Method children, Method threads) {
    Stream<Thread> own =
        ((Stream<?>) call(threads, container)).map(Thread.class::cast).filter(Thread::isVirtual);
    Stream<Thread> below =
        ((Stream<?>) call(children, container)).flatMap(child -> within(child, children, threads));
    return Stream.concat(own, below);
  }

  private static @Nullable Method method(String type, String name) {
    try {
      return Class.forName("jdk.internal.vm." + type).getMethod(name);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  private static Object call(Method method, @Nullable Object target) {
    try {
      return method.invoke(target);
    } catch (IllegalAccessException | InvocationTargetException e) {
      return Stream.empty();
    }
  }
}
