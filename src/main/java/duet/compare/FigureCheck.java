package duet.compare;

import duet.compare.BrokenExpectation.About;
import duet.run.Play;
import duet.run.Run;
import duet.scenario.LaneExpectations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Checks the figures of a run against what is expected of them.
final class FigureCheck {
  /// How much longer a faster play may take: starting threads and printing get no faster.
  private static final double UNSCALED_SECONDS = 0.25;

  private final Play play;
  private final Run run;
  private final List<BrokenExpectation> found = new ArrayList<>();

  private FigureCheck(Play play, Run run) {
    this.play = play;
    this.run = run;
  }

  /// Every expectation about figures that a run does not meet.
  static List<BrokenExpectation> of(Play play, Run run, LaneExpectations expected) {
    var check = new FigureCheck(play, run);
    expected.wall().ifPresent(check::wall);
    expected.cores().ifPresent(check::cores);
    expected.gilWait().ifPresent(check::gilWait);
    return List.copyOf(check.found);
  }

  /// A faster play divides its waits by the speed; computing takes as long as before.
  private void wall(LaneExpectations.Range range) {
    double speed = play.speed();
    double wall = run.usage().wall();
    double unscaled = UNSCALED_SECONDS + run.usage().computing() * (1 - 1 / speed);
    double least = range.least() / speed;
    double most = range.most() / speed + (speed > 1 ? unscaled : 0);
    if (wall < least || wall > most) {
      add(
          About.WALL,
          String.format(Locale.ROOT, "%.2f to %.2f s", least, most)
              + (speed == 1 ? "" : " at this speed"),
          String.format(Locale.ROOT, "it took %.2f s", wall));
    }
  }

  private void cores(LaneExpectations.Range range) {
    run.usage()
        .cpuPerWall()
        .ifPresent(
            busy -> share(range, busy, 1, "%.2f to %.2f busy cores on average", "there were %.2f"));
  }

  private void gilWait(LaneExpectations.Range range) {
    ThreadActivity.of(run)
        .gilWait()
        .ifPresent(
            share ->
                share(
                    range,
                    share,
                    100,
                    "its threads to wait for the GIL for %.0f to %.0f %% of their time",
                    "they waited for %.0f %%"));
  }

  /// @param whole the number that the messages show for a share of 1
  private void share(
      LaneExpectations.Range range, double share, double whole, String expected, String came) {
    if (!range.has(share)) {
      add(
          About.CPU,
          String.format(Locale.ROOT, expected, whole * range.least(), whole * range.most()),
          String.format(Locale.ROOT, came, whole * share));
    }
  }

  private void add(About about, String expected, String came) {
    found.add(
        new BrokenExpectation(
            about, run.lane(), expected, came, LogExcerpts.around(play, LogExcerpts.last(run))));
  }
}
