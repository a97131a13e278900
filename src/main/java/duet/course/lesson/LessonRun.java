package duet.course.lesson;

import duet.compare.ResultCounts;
import duet.lane.Lanes;
import duet.options.LaneChoice;
import duet.run.PlayOptions;
import duet.run.Tempo;
import duet.scenario.folder.Home;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How a lesson plays one of its scenarios: the options behind `run NAME` in a `duet` block.
///
/// @param sweep the numbers of threads to play with; none where it is no sweep
/// @param times how many plays, of each number of threads where it is a sweep
/// @param isSeries whether this is a sweep or a repetition, not a play to watch
/// @param by what a repetition tells apart
/// @param speed empty for the learner's
/// @param lanes empty for the learner's; without those that are not installed
/// @param tempo empty for the learner's
public record LessonRun(
    List<Integer> sweep,
    int times,
    boolean isSeries,
    ResultCounts.By by,
    OptionalDouble speed,
    Optional<LaneChoice> lanes,
    Optional<Tempo> tempo) {
  /// One play with the learner's options.
  public static final LessonRun PLAIN = once(OptionalDouble.empty());

  /// One play at speed 1, whatever the learner's speed is.
  public static final LessonRun AT_ITS_OWN_SPEED = once(OptionalDouble.of(1));

  public LessonRun {
    sweep = List.copyOf(sweep);
  }

  private static LessonRun once(OptionalDouble speed) {
    return new LessonRun(
        List.of(), 1, false, ResultCounts.By.RESULT, speed, Optional.empty(), Optional.empty());
  }

  /// The same without lanes that find no program to play on.
  public LessonRun installed(Lanes known, Home home) {
    return new LessonRun(
        sweep,
        times,
        isSeries,
        by,
        speed,
        lanes.map(choice -> choice.installed(known, home)),
        tempo);
  }

  /// Whether it is about lanes that are not installed, so that a lesson can only tell what they do:
  /// of those that play only when they are asked for, none is there.
  public boolean isOnlyTold(Lanes known) {
    return lanes
        .filter(choice -> !choice.leftOut().isEmpty())
        .filter(choice -> choice.lanes().stream().allMatch(known.usual()::contains))
        .isPresent();
  }

  /// The learner's options, with what the lesson says about them.
  public PlayOptions options(PlayOptions learners) {
    PlayOptions.Builder options = learners.toBuilder();
    speed.ifPresent(options::speed);
    lanes.ifPresent(choice -> options.lanes(choice.lanes()));
    tempo.ifPresent(_ -> options.tempo(tempo));
    return options.build();
  }
}
