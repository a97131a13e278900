package duet.course.lesson;

import duet.scenario.LineAgreement;
import duet.scenario.Scenario;
import java.util.Map;

/// What a scenario's declaration would hold a play against.
public final class DeclaredClaims {
  private DeclaredClaims() {}

  /// Whether something of that kind is declared: a word of `expect`, of a lane or of all, or
  /// `results`, or `lines` where both lanes print the same ones.
  public static boolean has(Scenario scenario, String kind) {
    return switch (kind) {
      case "results" -> !scenario.series().rules().isEmpty();
      case "lines" -> scenario.agreement() instanceof LineAgreement.SameLines;
      default -> declares(scenario.expectations().declared(), kind);
    };
  }

  private static boolean declares(Map<?, ?> map, String kind) {
    return map.containsKey(kind)
        || map.values().stream()
            .anyMatch(value -> value instanceof Map<?, ?> lane && lane.containsKey(kind));
  }
}
