package duet.course.check;

import duet.compare.CoreShortage;
import duet.course.lesson.ClaimComment.Measured;
import duet.lane.Lane;
import duet.run.Play;
import duet.run.Run;
import duet.scenario.LaneGroup;
import duet.scenario.RunFigure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// Checks the figures that lessons quote against what plays measured.
///
/// @param lanes the lanes that were to play
/// @param plays the last play of each scenario, by its path
/// @param uncertain receives the paths of scenarios whose figures do not fit, or fit only thanks to
///   the tolerance for a higher speed
/// @param undecided receives a sentence for each figure that the machine left open
record QuotedFigureCheck(
    List<Lane> lanes,
    Map<String, Play> plays,
    Problems problems,
    Set<String> uncertain,
    List<String> undecided) {
  void check(LessonCheck lesson, Measured figure) {
    String path = lesson.module().name() + "/" + figure.scenario();
    Play play = plays.get(path);
    List<Run> runs =
        play == null
            ? List.of()
            : play.runs().stream().filter(run -> isOf(figure, run.lane(), run.runtime())).toList();
    if (play == null || runs.isEmpty()) {
      if (lanes.stream().anyMatch(lane -> isOf(figure, lane.id(), ""))) {
        String what = figure.scenario() + " " + figure.quantity();
        problem(lesson, figure, "nothing measured " + what + ": it did not play");
      }
      return;
    }
    for (Run run : runs) {
      OptionalDouble measured = figure.of(play, run);
      if (measured.isEmpty() || !figure.fitsStrictly(measured.getAsDouble())) {
        uncertain.add(path);
      }
      if (measured.isEmpty() || !figure.fits(measured.getAsDouble(), play.speed())) {
        String what = sentence(figure, run, measured);
        CoreShortage shortage = CoreShortage.of(run.usage());
        if (shortage.isOfProcess() && isOpen(figure, measured, shortage, play.speed())) {
          undecided.add(path + ": not decided: " + what + ", but " + shortage.words());
        } else {
          problem(lesson, figure, what);
        }
      }
    }
  }

  /// Whether a run with enough cores could have had the figure. A run takes no longer with more
  /// cores. A figure that a script prints is its own, so it may depend on anything.
  private static boolean isOpen(
      Measured figure, OptionalDouble measured, CoreShortage shortage, double speed) {
    return switch (RunFigure.of(figure.quantity()).orElse(RunFigure.CORES)) {
      case WALL ->
          figure.figure() <= measured.orElse(0)
              && (figure.figure() >= shortage.leastWall() * speed
                  || figure.fits(shortage.leastWall() * speed, speed));
      case CPU, CORES, GIL_WAIT -> true;
      case SLEPT, THREADS, LINES -> false;
    };
  }

  private static boolean isOf(Measured figure, String lane, String runtime) {
    return figure.lane().isEmpty() || new LaneGroup(figure.lane()).has(lane, runtime);
  }

  private static String sentence(Measured figure, Run run, OptionalDouble measured) {
    String result =
        measured.isEmpty()
            ? "has no such figure"
            : String.format(Locale.ROOT, "measured %.2f", measured.getAsDouble());
    return String.format(
        Locale.ROOT,
        "the lesson says %s (%s %s), but the %s lane %s",
        number(figure.figure()),
        figure.scenario(),
        figure.quantity(),
        run.lane(),
        result);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private void problem(LessonCheck lesson, Measured figure, String what) {
    problems.add(lesson.file(), figure.line(), what);
  }
}
