package duet.compare;

import duet.compare.BrokenExpectation.About;
import duet.run.Play;
import duet.run.Run;
import duet.scenario.LaneExpectations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Checks the figures of a run against what is expected of them. What a figure would have been if
/// the machine had had a core for every thread is known within limits only: where the expectation
/// lies within them, it is neither met nor broken.
final class FigureCheck {
  /// How much longer a faster play may take: starting threads and printing get no faster.
  private static final double UNSCALED_SECONDS = 0.25;

  private final Play play;
  private final Run run;
  private final CoreShortage shortage;
  private final List<BrokenExpectation> broken = new ArrayList<>();
  private final List<UndecidedExpectation> undecided = new ArrayList<>();

  private FigureCheck(Play play, Run run) {
    this.play = play;
    this.run = run;
    shortage = CoreShortage.of(run.usage());
  }

  /// Checks all that is expected of a run's figures.
  static FigureCheck of(Play play, Run run, LaneExpectations expected) {
    var check = new FigureCheck(play, run);
    expected.wall().ifPresent(check::wall);
    expected.cores().ifPresent(check::cores);
    expected.gilWait().ifPresent(check::gilWait);
    return check;
  }

  /// The expectations that were not met.
  List<BrokenExpectation> broken() {
    return List.copyOf(broken);
  }

  /// The expectations that the machine left open.
  List<UndecidedExpectation> undecided() {
    return List.copyOf(undecided);
  }

  /// A faster play divides its waits by the speed; computing takes as long as before. A run that
  /// waited for cores may have taken too long for that reason, but never too little.
  private void wall(LaneExpectations.Range range) {
    double speed = play.speed();
    double wall = run.usage().wall();
    double unscaled = UNSCALED_SECONDS + run.usage().computing() * (1 - 1 / speed);
    double least = range.least() / speed;
    double most = range.most() / speed + (speed > 1 ? unscaled : 0);
    if (wall < least || wall > most) {
      boolean isOpen = wall > most && shortage.isOfProcess() && shortage.leastWall() <= most;
      add(
          About.WALL,
          isOpen,
          String.format(Locale.ROOT, "%.2f to %.2f s", least, most)
              + (speed == 1 ? "" : " at this speed"),
          String.format(Locale.ROOT, "it took %.2f s", wall));
    }
  }

  /// With enough cores, more of them may have been busy.
  private void cores(LaneExpectations.Range range) {
    run.usage()
        .cpuPerWall()
        .ifPresent(
            busy -> {
              boolean isOpen =
                  shortage.isOfScript()
                      && busy <= range.most()
                      && shortage.mostCores() >= range.least()
                      && !(range.has(busy) && range.has(shortage.mostCores()));
              String expected = "%.2f to %.2f busy cores on average";
              share(About.CPU, range, busy, isOpen, 1, expected, "there were %.2f");
            });
  }

  /// Who waits for a core keeps others waiting for the GIL, or does not come to wait for it.
  private void gilWait(LaneExpectations.Range range) {
    ThreadActivity.of(run)
        .gilWait()
        .ifPresent(
            waited -> {
              boolean isOpen = shortage.isOfScript() && !range.has(waited);
              String expected = "its threads to wait for the GIL for %.0f to %.0f %% of their time";
              share(About.CPU, range, waited, isOpen, 100, expected, "they waited for %.0f %%");
            });
  }

  /// @param isOpen whether the machine left open what the share would have been
  /// @param whole the number that the messages show for a share of 1
  private void share(
      About about,
      LaneExpectations.Range range,
      double share,
      boolean isOpen,
      double whole,
      String expected,
      String came) {
    if (isOpen || !range.has(share)) {
      add(
          about,
          isOpen,
          String.format(Locale.ROOT, expected, whole * range.least(), whole * range.most()),
          String.format(Locale.ROOT, came, whole * share));
    }
  }

  private void add(About about, boolean isOpen, String expected, String came) {
    if (isOpen) {
      undecided.add(
          new UndecidedExpectation(
              about, run.lane(), expected, came + ", but " + shortage.words()));
    } else {
      broken.add(
          new BrokenExpectation(
              about, run.lane(), expected, came, LogExcerpts.around(play, LogExcerpts.last(run))));
    }
  }
}
