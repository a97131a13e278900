package duet.course.lesson;

import duet.scenario.LineAgreement;
import duet.scenario.Scenario;
import java.util.Map;

/// What a scenario declares that a play can confirm or refute.
public final class DeclaredClaims {
  private DeclaredClaims() {}

  /// Whether a scenario declares something of a kind: a key of `expect` or of one of its lanes,
  /// `results`, or `lines` if both lanes have to print the same lines.
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
