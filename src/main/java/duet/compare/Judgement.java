package duet.compare;

import duet.run.Play;
import duet.run.Run;
import java.util.List;
import java.util.Optional;

/// Whether a play went as expected: every lane completed, or ended as the scenario declares, and
/// every other expectation was met.
///
/// @param comparisons the first run compared with each of the others, in their order
/// @param broken the expectations that were not met
/// @param undecided the expectations that the machine left open
public record Judgement(
    Play play,
    List<Comparison> comparisons,
    List<BrokenExpectation> broken,
    List<UndecidedExpectation> undecided) {
  public Judgement {
    comparisons = List.copyOf(comparisons);
    broken = List.copyOf(broken);
    undecided = List.copyOf(undecided);
  }

  /// Judges a play.
  public static Judgement of(Play play) {
    List<Run> runs = play.runs();
    List<Comparison> comparisons =
        runs.stream()
            .skip(1)
            .map(run -> Comparison.of(play.scenario(), runs.getFirst(), run))
            .toList();
    var check = ExpectationCheck.of(play, comparisons);
    return new Judgement(play, comparisons, check.broken(), check.undecided());
  }

  /// Where the lanes' lines first differ, if nothing is declared about that.
  public Optional<LineDifference> difference() {
    return LineDifference.of(play, comparisons);
  }

  /// Whether every expectation was met, as far as the machine let them be decided.
  public boolean asExpected() {
    return broken.isEmpty();
  }
}
