package duet.explore;

import duet.lane.protocol.PlayedSchedule.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the steps of a schedule so far say about the script's data: the last value of whatever was
/// read or written, and which locks each thread holds.
///
/// @param values by name, in the order in which the names were first seen
/// @param locks the names of the locks that a thread holds, by its number; a lock that it holds
///   twice is there twice
public record KnownState(Map<String, String> values, Map<Integer, List<String>> locks) {
  /// The state before a step.
  ///
  /// @param end the number of the step
  public static KnownState before(List<Step> steps, int end) {
    var values = new LinkedHashMap<String, String>();
    var locks = new LinkedHashMap<Integer, List<String>>();
    for (Step step : steps.subList(0, Math.min(end, steps.size()))) {
      List<String> held = locks.computeIfAbsent(step.thread(), _ -> new ArrayList<>());
      switch (step.op()) {
        case "read", "write" -> {
          if (!step.name().isEmpty() && !step.value().isEmpty()) {
            values.put(step.name(), step.value());
          }
        }
        case "lock" -> {
          if (!step.value().equalsIgnoreCase("false")) {
            held.add(step.name());
          }
        }
        case "unlock" -> held.remove(lockOf(step.name(), held));
        default -> {}
      }
    }
    locks.values().removeIf(List::isEmpty);
    return new KnownState(values, locks);
  }

  /// A call names its lock before the last dot: `a.release` ends `a.acquire`.
  private static String lockOf(String name, List<String> held) {
    String object = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    return held.reversed().stream()
        .filter(one -> one.equals(name) || (!object.isEmpty() && one.startsWith(object + ".")))
        .findFirst()
        .orElse(name);
  }
}
