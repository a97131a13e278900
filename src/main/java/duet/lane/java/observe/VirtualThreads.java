package duet.lane.java.observe;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The virtual threads that are alive. No public method of the JDK lists them; thread dumps take
/// them from where this does (`jdk.internal.vm.ThreadContainers` in JDK 25), which the host's JVM
/// opens for it.
public final class VirtualThreads {
  /// The option that does so.
  public static final String OPENED = "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED";

  private static final @Nullable Method ROOT = method("ThreadContainers", "root");
  private static final @Nullable Method CHILDREN = method("ThreadContainer", "children");
  private static final @Nullable Method THREADS = method("ThreadContainer", "threads");

  private VirtualThreads() {}

  /// All of them; none where this JDK does not tell.
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
