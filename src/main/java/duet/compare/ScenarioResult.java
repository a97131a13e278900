package duet.compare;

import duet.lane.protocol.Outcome;
import duet.run.Play;
import duet.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The result of one scenario in a batch, without the logs.
///
/// @param path the scenario's path in the batch
/// @param attempts how often it was tried
/// @param lanes how its lanes ended in the last play
/// @param breaches the broken expectations of the last attempt
/// @param earlier those of the attempts before it
/// @param undecided the expectations that the machine left open in the last attempt
/// @param difference where the lanes' lines first differ, if nothing is declared about that
/// @param plays how many plays the last attempt had; more than one if results are counted
/// @param repeats the results of those plays, if they were counted
public record ScenarioResult(
    String path,
    String title,
    int attempts,
    List<LaneResult> lanes,
    List<BrokenExpectation> breaches,
    List<BrokenExpectation> earlier,
    List<UndecidedExpectation> undecided,
    Optional<LineDifference> difference,
    int plays,
    Optional<ResultCounts> repeats) {
  /// How one lane ended.
  ///
  /// @param wall how long it took, in seconds
  /// @param message what a learner should know about the end; empty if all went well
  public record LaneResult(
      String lane, String runtime, Outcome outcome, double wall, String message) {}

  public ScenarioResult {
    lanes = List.copyOf(lanes);
    breaches = List.copyOf(breaches);
    earlier = List.copyOf(earlier);
    undecided = List.copyOf(undecided);
  }

  /// The result of a scenario that was not played.
  public static ScenarioResult missing(String path) {
    return new ScenarioResult(
        path,
        "",
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        0,
        Optional.empty());
  }

  /// The result after the first play of an attempt.
  ///
  /// @param attempt counted from 1
  public static ScenarioResult of(Play play, int attempt) {
    Judgement judgement = Judgement.of(play);
    return new ScenarioResult(
        play.scenario().path(),
        play.scenario().title(),
        attempt,
        lanes(play),
        judgement.broken(),
        List.of(),
        judgement.undecided(),
        judgement.difference(),
        1,
        Optional.of(ResultCounts.of(play.scenario(), ResultCounts.By.RESULT, List.of(play)))
            .filter(_ -> !play.scenario().series().rules().isEmpty()));
  }

  /// This result with one more play.
  public ScenarioResult with(Play play, int attempt) {
    ScenarioResult next = of(play, attempt);
    if (attempt != attempts) {
      var failed = new ArrayList<>(earlier);
      failed.addAll(breaches);
      return new ScenarioResult(
          path,
          title,
          attempt,
          next.lanes,
          next.breaches,
          failed,
          next.undecided,
          next.difference,
          1,
          next.repeats);
    }
    var all = new ArrayList<>(breaches);
    next.breaches.stream()
        .filter(breach -> breaches.stream().noneMatch(known -> isLike(known, breach)))
        .forEach(all::add);
    var open = new ArrayList<>(undecided);
    next.undecided.stream()
        .filter(one -> undecided.stream().noneMatch(one::isLike))
        .forEach(open::add);
    return new ScenarioResult(
        path,
        title,
        attempts,
        next.lanes,
        all,
        earlier,
        open,
        difference.or(next::difference),
        plays + 1,
        repeats.flatMap(one -> next.repeats.map(one::plus)));
  }

  private static boolean isLike(BrokenExpectation one, BrokenExpectation other) {
    return one.about() == other.about()
        && one.lane().equals(other.lane())
        && one.expected().equals(other.expected());
  }

  private static List<LaneResult> lanes(Play play) {
    return play.runs().stream().map(ScenarioResult::lane).toList();
  }

  private static LaneResult lane(Run run) {
    return new LaneResult(
        run.lane(), run.runtime(), run.outcome(), run.usage().wall(), run.message());
  }

  /// How the scenario ended.
  public Standing standing() {
    if (lanes.isEmpty() || lanes.stream().anyMatch(lane -> lane.outcome() == Outcome.INTERRUPTED)) {
      return Standing.MISSING;
    }
    if (!breaches.isEmpty()) {
      return Standing.FAILED;
    }
    if (!undecided.isEmpty()) {
      return Standing.UNDECIDED;
    }
    if (attempts > 1) {
      return Standing.FLAKY;
    }
    return difference.isPresent() ? Standing.WARNED : Standing.PASSED;
  }

  /// The path of its module; empty if it is in none.
  public String module() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /// Its name within its module.
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// How long its slowest lane took, in seconds.
  public double wall() {
    return lanes.stream().mapToDouble(LaneResult::wall).max().orElse(0);
  }
}
