package duet.cli;

import duet.clock.Clock;
import duet.compare.ResultCounts;
import duet.compare.Sweep;
import duet.lane.Lane;
import duet.lane.protocol.Outcome;
import duet.log.SeriesWriter;
import duet.render.terminal.SeriesView;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.run.Run;
import duet.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Plays one scenario many times.
///
/// @param clock for the time that the rest takes
/// @param view shows it on a screen, where that is asked for
/// @param savers write it as JSON lines
record SeriesRun(
    Player player,
    Clock clock,
    Scenario scenario,
    PlayOptions options,
    Optional<SeriesView> view,
    List<SeriesWriter> savers) {

  /// One play of a series: these lanes with these arguments.
  private record SeriesPlay(PlayOptions options, String words) {}

  /// Plays every lane alone with every number of threads, round by round, so that what slows the
  /// machine for a while slows all of them alike.
  int sweep(List<Integer> threads, int times) {
    var steps = new ArrayList<SeriesPlay>();
    for (int round = 0; round < times; round++) {
      for (int count : threads) {
        for (Lane lane : options.lanesOf(scenario)) {
          String words = lane.id() + " with " + count + (count == 1 ? " thread" : " threads");
          PlayOptions alone =
              options.toBuilder()
                  .lanes(List.of(lane))
                  .arguments(List.of(String.valueOf(count)))
                  .warmUps(1)
                  .build();
          steps.add(new SeriesPlay(alone, words));
        }
      }
    }
    begin("sweep");
    var sweep = new Sweep(List.of());
    List<Play> plays = playAll(steps);
    for (int i = 0; i < plays.size(); i++) {
      Run run = plays.get(i).runs().getFirst();
      if (run.outcome() == Outcome.COMPLETED) {
        int count = Integer.parseInt(steps.get(i).options().arguments().getFirst());
        sweep = sweep.with(run.lane(), count, Sweep.seconds(run));
      }
    }
    Sweep all = sweep;
    view.ifPresent(v -> v.show(all));
    savers.forEach(saver -> saver.show(all));
    return status(plays, steps.size(), false);
  }

  /// Plays the scenario again and again and counts its results.
  int repeat(int times, ResultCounts.By by) {
    List<Lane> lanes = options.lanesOf(scenario);
    var steps = new ArrayList<SeriesPlay>();
    for (int i = 0; i < times; i++) {
      steps.add(new SeriesPlay(options, "all lanes"));
    }
    begin("repeat");
    List<Play> plays = playAll(steps);
    ResultCounts repeats = ResultCounts.of(scenario, by, plays);
    List<String> ids = lanes.stream().map(Lane::id).toList();
    view.ifPresent(v -> v.show(repeats, ids));
    savers.forEach(saver -> saver.show(repeats, ids));
    return status(plays, steps.size(), repeats.isAnyForbidden());
  }

  private void begin(String how) {
    List<String> lanes = options.lanesOf(scenario).stream().map(Lane::id).toList();
    view.ifPresent(v -> v.begins(scenario.name(), scenario.title(), how));
    savers.forEach(saver -> saver.begins(how, lanes));
  }

  /// Plays the steps until one is interrupted; that one does not count.
  private List<Play> playAll(List<SeriesPlay> steps) {
    var plays = new ArrayList<Play>();
    long start = clock.nanoTime();
    for (SeriesPlay step : steps) {
      int done = plays.size();
      Optional<Duration> left =
          done == 0
              ? Optional.empty()
              : Optional.of(
                  Duration.ofNanos((clock.nanoTime() - start) / done * (steps.size() - done)));
      view.ifPresent(v -> v.progress(done, steps.size(), step.words(), left));
      Play play = player.play(scenario, step.options(), new PlayListener() {});
      if (play.isInterrupted()) {
        break;
      }
      for (Run run : play.runs()) {
        savers.forEach(saver -> saver.ended(run));
        view.filter(_ -> run.outcome() != Outcome.COMPLETED).ifPresent(v -> v.failed(run));
      }
      plays.add(play);
    }
    return plays;
  }

  private static int status(List<Play> plays, int wanted, boolean forbidden) {
    if (plays.size() < wanted) {
      return ExitCode.INTERRUPTED;
    }
    boolean good =
        plays.stream()
            .flatMap(play -> play.runs().stream())
            .allMatch(run -> run.outcome() == Outcome.COMPLETED);
    return good && !forbidden ? ExitCode.OK : ExitCode.PLAY_FAILED;
  }
}
