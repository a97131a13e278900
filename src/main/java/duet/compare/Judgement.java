package duet.compare;

import duet.run.Play;
import duet.run.Run;
import java.util.List;

/// Whether a play went as expected: every lane completed, unless the scenario declares another
/// outcome, and whatever else it declares is so.
///
/// @param comparisons of the first run with each other one, in their order
/// @param breaches what did not go as expected, empty when all did
public record Judgement(Play play, List<Comparison> comparisons, List<BrokenExpectation> breaches) {
  public Judgement {
    comparisons = List.copyOf(comparisons);
    breaches = List.copyOf(breaches);
  }

  /// Judges a play.
  public static Judgement of(Play play) {
    List<Run> runs = play.runs();
    List<Comparison> comparisons =
        runs.stream()
            .skip(1)
            .map(run -> Comparison.of(play.scenario(), runs.getFirst(), run))
            .toList();
    return new Judgement(play, comparisons, ExpectationCheck.of(play, comparisons));
  }

  /// Whether all went as expected.
  public boolean asExpected() {
    return breaches.isEmpty();
  }
}
