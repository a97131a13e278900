package duet.lane.java.observe;

import duet.lane.java.compile.EntryPoint;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What a script calls an object: the field in which it can be reached, such as `forks[2]`.
public final class ObjectNames {
  private ObjectNames() {}

  /// The name of the first object that is it; empty where the script's fields do not lead to one.
  ///
  /// @param entry where the script started
  public static Optional<String> of(EntryPoint entry, Predicate<Object> isIt) {
    return ObjectPaths.first(
        isIt, entry.type(), Map.of(), Optional.ofNullable(entry.instance()).stream().toList());
  }
}
