package duet.compare;

import duet.lane.Outcome;
import duet.run.Play;
import duet.run.Run;
import duet.scenario.Agreement;
import java.util.List;
import java.util.Optional;

/// Whether a play went as expected: every lane completed, and both printed the same lines where the
/// scenario declares that they do.
///
/// @param comparison of the first two runs, where there are two
/// @param complaints what did not go as declared, empty when all did
public record Judgement(Play play, Optional<Comparison> comparison, List<String> complaints) {
  public Judgement {
    complaints = List.copyOf(complaints);
  }

  /// Judges a play.
  public static Judgement of(Play play) {
    List<Run> runs = play.runs();
    Optional<Comparison> comparison =
        runs.size() < 2
            ? Optional.empty()
            : Optional.of(Comparison.of(play.scenario(), runs.get(0), runs.get(1)));
    return new Judgement(play, comparison, complaints(play, comparison));
  }

  /// Whether all went as expected.
  public boolean asExpected() {
    return complaints.isEmpty() && allCompleted(play);
  }

  private static List<String> complaints(Play play, Optional<Comparison> comparison) {
    boolean broken =
        play.scenario().agreement() instanceof Agreement.SameLines
            && allCompleted(play)
            && comparison.isPresent()
            && !(comparison.get().sameLines() && comparison.get().whole());
    if (!broken) {
      return List.of();
    }
    return comparison.get().whole()
        ? List.of("the scenario declares that both lanes print the same lines, and they did not")
        : List.of("too many lines to compare all of them; --max-lines keeps more");
  }

  private static boolean allCompleted(Play play) {
    return play.runs().stream().allMatch(run -> run.outcome() == Outcome.COMPLETED);
  }
}
