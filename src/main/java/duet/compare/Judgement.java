package duet.compare;

import duet.run.Play;
import duet.run.Run;
import java.util.List;
import java.util.Optional;

/// Whether a play went as expected: every lane completed, unless the scenario declares another
/// outcome, and whatever else it declares is so.
///
/// @param comparison of the first two runs, where there are two
/// @param breaches what did not go as expected, empty when all did
public record Judgement(
    Play play, Optional<Comparison> comparison, List<BrokenExpectation> breaches) {
  public Judgement {
    breaches = List.copyOf(breaches);
  }

  /// Judges a play.
  public static Judgement of(Play play) {
    List<Run> runs = play.runs();
    Optional<Comparison> comparison =
        runs.size() < 2
            ? Optional.empty()
            : Optional.of(Comparison.of(play.scenario(), runs.get(0), runs.get(1)));
    return new Judgement(play, comparison, ExpectationCheck.of(play, comparison));
  }

  /// Whether all went as expected.
  public boolean asExpected() {
    return breaches.isEmpty();
  }
}
