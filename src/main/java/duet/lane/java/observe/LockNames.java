package duet.lane.java.observe;

import duet.lane.java.compile.EntryPoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a script calls its locks: the fields in which they can be reached.
///
/// @param entry where the script started
record LockNames(EntryPoint entry) {
  /// An object whose monitor is waited for, such as `monitor of Object a`.
  String ofMonitor(String className, int hash, @Nullable Thread waiter) {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    return "monitor of "
        + simple.substring(simple.lastIndexOf('$') + 1)
        + name(value -> System.identityHashCode(value) == hash, waiter)
            .map(name -> " " + name)
            .orElse("");
  }

  /// A lock that is waited for, such as `ReentrantLock a`.
  ///
  /// @param call the method that waits, such as `ReentrantLock.lock`
  String ofLock(String call, @Nullable Thread waiter) {
    String type = call.substring(0, Math.max(0, call.indexOf('.')));
    return type
        + name(value -> isAwaited(value, waiter), waiter).map(name -> " " + name).orElse("");
  }

  private static boolean isAwaited(Object value, @Nullable Thread waiter) {
    return waiter != null
        && switch (value) {
          case ReentrantLock lock -> lock.hasQueuedThread(waiter);
          case ReentrantReadWriteLock lock -> lock.hasQueuedThread(waiter);
          default -> false;
        };
  }

  /// Looks at the class that the script started with, at what the waiting thread runs, which may be
  /// of a class of the script, as the thread may be, and at the object that the script started
  /// with.
  private Optional<String> name(Predicate<Object> isIt, @Nullable Thread waiter) {
    Optional<Object> task = Optional.ofNullable(waiter).flatMap(CapturedVariables::taskOf);
    Map<String, Object> variables =
        waiter == null || task.isEmpty()
            ? Map.of()
            : CapturedVariables.of(task.get(), TrueThread.stack(waiter));
    List<Object> roots =
        Stream.of(Optional.ofNullable(waiter), task, Optional.ofNullable(entry.instance()))
            .flatMap(Optional::stream)
            .map(Object.class::cast)
            .toList();
    return ObjectPaths.first(isIt, entry.type(), variables, roots);
  }
}
