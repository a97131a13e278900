package duet.lane.java.observe;

import duet.lane.java.compile.EntryPoint;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a script calls its locks: the fields of its main class that hold them.
///
/// @param entry where the script started
record LockNames(EntryPoint entry) {
  /// An object whose monitor is waited for, such as `monitor of Object a`.
  String ofMonitor(String className, int hash) {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    return "monitor of "
        + simple.substring(simple.lastIndexOf('$') + 1)
        + field(value -> System.identityHashCode(value) == hash).map(name -> " " + name).orElse("");
  }

  /// A lock that is waited for, such as `ReentrantLock a`.
  ///
  /// @param call the method that waits, such as `ReentrantLock.lock`
  String ofLock(String call, @Nullable Thread waiter) {
    String type = call.substring(0, Math.max(0, call.indexOf('.')));
    return type + field(value -> isAwaited(value, waiter)).map(name -> " " + name).orElse("");
  }

  private static boolean isAwaited(Object value, @Nullable Thread waiter) {
    return waiter != null
        && switch (value) {
          case ReentrantLock lock -> lock.hasQueuedThread(waiter);
          case ReentrantReadWriteLock lock -> lock.hasQueuedThread(waiter);
          default -> false;
        };
  }

  private Optional<String> field(Predicate<Object> isIt) {
    return fields().entrySet().stream()
        .filter(field -> isIt.test(field.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Map<String, Object> fields() {
    var values = new LinkedHashMap<String, Object>();
    Object instance = entry.instance();
    for (Field field : entry.type().getDeclaredFields()) {
      boolean isStatic = Modifier.isStatic(field.getModifiers());
      if ((isStatic || instance != null) && !field.getType().isPrimitive()) {
        try {
          field.setAccessible(true);
          Object value = field.get(isStatic ? null : instance);
          if (value != null) {
            values.put(field.getName(), value);
          }
        } catch (IllegalAccessException | InaccessibleObjectException e) {
          // Then this one keeps its name to itself.
        }
      }
    }
    return values;
  }
}
