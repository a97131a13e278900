package duet.lane.java.observe;

import duet.lane.java.compile.ScriptLoader;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds the name by which a script can reach an object: a field, and what is in it, such as
/// `forks[2]` or `table.left`. Follows fields of the script's own classes, arrays, and the JDK's
/// lists and maps; calls no code of the script.
final class ObjectPaths {
  private static final int DEPTH = 4;

  /// How javac calls the field in which a class keeps a local variable that it has captured.
  private static final String CAPTURED = "val$";

  private static final int OBJECTS_AT_MOST = 20_000;

  /// An object and its name so far.
  private record Step(String path, Object value, int depth) {}

  private final Queue<Step> left = new ArrayDeque<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private ObjectPaths() {}

  /// The shortest name of the first object that is it, among what can be reached from these.
  ///
  /// @param type whose static fields can be reached
  /// @param variables objects that have names already
  /// @param roots objects whose fields can be reached
  static Optional<String> first(
      Predicate<Object> isIt, Class<?> type, Map<String, Object> variables, List<Object> roots) {
    var paths = new ObjectPaths();
    paths.addFields("", null, type, 1);
    variables.forEach((name, value) -> paths.add(name, value, 1));
    for (Object root : roots) {
      paths.addFields("", root, root.getClass(), 1);
    }
    while (!paths.left.isEmpty()) {
      Step step = paths.left.remove();
      if (isIt.test(step.value)) {
        return Optional.of(step.path);
      }
      if (step.depth < DEPTH) {
        paths.addParts(step);
      }
    }
    return Optional.empty();
  }

  private void addParts(Step step) {
    int depth = step.depth + 1;
    Object value = step.value;
    boolean isJdk = value.getClass().getClassLoader() == null;
    if (value instanceof Object[] array) {
      for (int i = 0; i < array.length; i++) {
        add(step.path + "[" + i + "]", array[i], depth);
      }
    } else if (isJdk && value instanceof List<?> list) {
      int i = 0;
      for (Object part : copyOf(list)) {
        add(step.path + "[" + i++ + "]", part, depth);
      }
    } else if (isJdk && value instanceof Map<?, ?> map) {
      for (Object key : copyOf(map.keySet())) {
        if (key instanceof String || key instanceof Integer) {
          add(step.path + "[" + key + "]", map.get(key), depth);
        }
      }
    } else {
      addFields(step.path + ".", value, value.getClass(), depth);
    }
  }

  /// The script may be changing it; then its parts have no names.
  private static List<Object> copyOf(Iterable<?> collection) {
    var copy = new ArrayList<Object>();
    try {
      collection.forEach(copy::add);
    } catch (RuntimeException e) {
      copy.clear();
    }
    return copy;
  }

  /// @param owner null for the static fields
  private void addFields(String prefix, @Nullable Object owner, Class<?> type, int depth) {
    for (Class<?> at = type; isScript(at); at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        boolean isStatic = Modifier.isStatic(field.getModifiers());
        if (isStatic == (owner == null) && !field.getType().isPrimitive()) {
          addField(prefix, owner, field, depth);
        }
      }
    }
  }

  private static boolean isScript(@Nullable Class<?> type) {
    return type != null
        && !type.isHidden() // the fields of a lambda have no names
        && type.getClassLoader() != null
        && ScriptLoader.NAME.equals(type.getClassLoader().getName());
  }

  private void addField(String prefix, @Nullable Object owner, Field field, int depth) {
    try {
      field.setAccessible(true);
      Object value = field.get(owner);
      String name = field.getName();
      if (name.startsWith(CAPTURED)) {
        add(prefix + name.substring(CAPTURED.length()), value, depth);
      } else if (!field.isSynthetic()) { // the field that holds the enclosing object has no name
        add(prefix + name, value, depth);
      }
    } catch (IllegalAccessException | InaccessibleObjectException e) {
      // Then this one keeps its name to itself.
    }
  }

  private void add(String path, @Nullable Object value, int depth) {
    if (value != null && seen.size() < OBJECTS_AT_MOST && seen.add(value)) {
      left.add(new Step(path, value, depth));
    }
  }
}
