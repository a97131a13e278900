package duet.explore;

import duet.compare.BrokenExpectation;
import duet.compare.Judgement;
import duet.compare.LineMask;
import duet.compare.ResultCounts;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import duet.lane.protocol.Usage;
import duet.run.Play;
import duet.run.Run;
import duet.run.Tempo;
import duet.scenario.Grade;
import duet.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Judges schedules by what the scenario declares. Where a script deadlocks or fails, that is
/// broken, unless the scenario expects it.
public final class Judge {
  private static final String DEADLOCK = "deadlock";
  private static final Pattern IN_THREAD = Pattern.compile("^uncaught in thread .*?(?= at |: )");
  private static final int MOST_KNOWN = 10_000;

  private final Scenario scenario;
  private final String lane;
  private final LineMask masks;
  private final Map<List<Object>, List<Result>> known = new HashMap<>();

  /// @param lane the id of the lane that plays
  /// @param arguments what the script gets on its command line. What is declared about lines holds
  ///   only without any; results are recognized in any case.
  public Judge(Scenario scenario, String lane, List<String> arguments) {
    this.scenario =
        scenario.expecting(
            arguments.isEmpty()
                ? scenario.expectations().untimed()
                : scenario.expectations().outcomes());
    this.lane = lane;
    masks = new LineMask(scenario.masks());
  }

  /// Its results; none where it did not come to an end.
  public List<Result> results(PlayedSchedule played) {
    if (!isOver(played.end())) {
      return List.of();
    }
    List<Object> key =
        List.of(
            played.end(),
            played.message(),
            played.status(),
            played.lines().stream().map(line -> line.stream().word() + line.text()).toList());
    List<Result> before = known.get(key);
    if (before != null) {
      return before;
    }
    List<Result> results = judged(played);
    if (known.size() < MOST_KNOWN) {
      known.put(key, results);
    }
    return results;
  }

  /// Whether a script is over that ends so.
  static boolean isOver(End end) {
    return switch (end) {
      case COMPLETED, DEADLOCK, EXCEPTION, EXITED -> true;
      case DIVERGED, CUT, REFUSED, HUNG, CRASHED -> false;
    };
  }

  private List<Result> judged(PlayedSchedule played) {
    Run run = run(played);
    boolean isExpected = scenario.expectations().outcome(lane).equals(run.outcome().word());
    if (run.outcome() != Outcome.COMPLETED) {
      String text = played.end() == End.DEADLOCK ? DEADLOCK : failure(run.message());
      return List.of(
          new Result(
              "", text, Optional.of(isExpected ? Grade.ACCEPTABLE : Grade.FORBIDDEN), !isExpected));
    }
    var play = new Play(scenario, Tempo.TOGETHER, 1, List.of(run));
    var results = new ArrayList<Result>();
    ResultCounts.of(scenario, ResultCounts.By.RESULT, List.of(play)).rows().stream()
        .filter(row -> row.count(lane) > 0)
        .forEach(
            row ->
                results.add(
                    new Result(
                        row.aspect(),
                        row.result(),
                        row.grade(),
                        row.grade().equals(Optional.of(Grade.FORBIDDEN)))));
    Judgement.of(play).broken().stream()
        .filter(broken -> broken.about() != BrokenExpectation.About.RESULT)
        .forEach(
            broken ->
                results.add(
                    new Result(
                        "expectation", broken.sentence(), Optional.of(Grade.FORBIDDEN), true)));
    return results;
  }

  /// The same failure, whichever thread had it, and whatever its objects were called.
  private String failure(String message) {
    return masks.apply(IN_THREAD.matcher(message).replaceFirst("uncaught"));
  }

  private Run run(PlayedSchedule played) {
    var lines = new ArrayList<Line>();
    played
        .lines()
        .forEach(
            line ->
                lines.add(
                    new Line(
                        lines.size() + 1L,
                        lines.size(),
                        played.threads().get(line.thread()),
                        line.thread(),
                        line.stream(),
                        line.text())));
    boolean isGood =
        played.end() == End.COMPLETED || (played.end() == End.EXITED && played.status() == 0);
    String message =
        played.end() == End.EXITED && !isGood
            ? "the script exited with status " + played.status()
            : played.message().lines().findFirst().orElse("");
    return new Run(
        lane,
        false,
        "",
        lines,
        0,
        isGood ? Outcome.COMPLETED : Outcome.FAILED,
        Usage.ofWall(0),
        message,
        List.of());
  }
}
