package duet.lane.java.explore.schedule;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a host is told to play: a policy, and the steps at which it must not be followed.
///
/// @param text as it was told, `POLICY` or `POLICY|STEP>THREAD,STEP>THREAD…`
/// @param deviations the thread that goes on at a step, by the step
public record Plan(String text, Policy policy, Map<Integer, Integer> deviations) {
  /// The plan in a text.
  ///
  /// @throws IllegalArgumentException when the text is none
  public static Plan of(String text) {
    int bar = text.indexOf('|');
    var deviations = new HashMap<Integer, Integer>();
    if (bar >= 0) {
      for (String one : text.substring(bar + 1).split(",")) {
        int sign = one.indexOf('>');
        deviations.put(
            Integer.parseInt(one.substring(0, sign)), Integer.parseInt(one.substring(sign + 1)));
      }
    }
    return new Plan(text, policy(bar < 0 ? text : text.substring(0, bar)), deviations);
  }

  private static Policy policy(String text) {
    String[] parts = text.split(":");
    return switch (parts[0]) {
      case "stay" -> Policy.STAY;
      case "random" -> Policy.random(Long.parseLong(parts[1]));
      case "pct" ->
          Policy.pct(
              Long.parseLong(parts[1]), Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
      default -> throw new IllegalArgumentException("no such policy: " + text);
    };
  }

  @Nullable Integer deviation(int step) {
    return deviations.get(step);
  }
}
