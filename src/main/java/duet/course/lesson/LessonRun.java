package duet.course.lesson;

import duet.compare.ResultCounts;
import duet.lane.Lane;
import duet.run.Lanes;
import duet.run.PlayOptions;
import duet.scenario.InputFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// How a lesson plays one of its scenarios: what stands behind `run NAME` in a block of the
/// language `duet`. It is the lesson's author who says this and the learner on whose machine it
/// happens, so it can say how the scenario is played, but not what is written, nor what the scripts
/// may do.
///
/// @param sweep the numbers of threads to play it with, none where that is not asked for
/// @param repeat how many plays, 0 where that is not said
/// @param by what a repetition tells apart
/// @param speed empty for the learner's
/// @param lanes empty for the learner's
public record LessonRun(
    List<Integer> sweep,
    int repeat,
    ResultCounts.By by,
    OptionalDouble speed,
    Optional<List<Lane>> lanes) {
  /// One play in the learner's way.
  public static final LessonRun PLAIN =
      new LessonRun(List.of(), 0, ResultCounts.By.RESULT, OptionalDouble.empty(), Optional.empty());

  /// One play at speed 1, whatever the learner's is.
  public static final LessonRun AT_ITS_OWN_SPEED =
      new LessonRun(List.of(), 0, ResultCounts.By.RESULT, OptionalDouble.of(1), Optional.empty());

  private static final List<String> OPTIONS =
      List.of("--sweep", "--repeat", "--by", "--speed", "--lanes");
  private static final int SWEEP_TIMES = 3;

  public LessonRun {
    sweep = List.copyOf(sweep);
  }

  /// What these options say.
  ///
  /// @param options as on a command line: `--repeat 5` or `--repeat=5`
  /// @throws InputFault when one is not understood, or is none of a lesson's
  public static LessonRun of(List<String> options) throws InputFault {
    LessonRun run = PLAIN;
    List<String> words = new ArrayList<>();
    options.forEach(
        word -> words.addAll(word.startsWith("--") ? List.of(word.split("=", 2)) : List.of(word)));
    for (int i = 0; i < words.size(); i += 2) {
      String name = words.get(i);
      if (!OPTIONS.contains(name) || i + 1 == words.size()) {
        throw fault("'" + name + "'" + (OPTIONS.contains(name) ? " has no value" : ""));
      }
      run = run.with(name, words.get(i + 1));
    }
    return run;
  }

  private LessonRun with(String name, String value) throws InputFault {
    try {
      return switch (name) {
        case "--sweep" -> new LessonRun(numbers(value), repeat, by, speed, lanes);
        case "--repeat" -> new LessonRun(sweep, number(value), by, speed, lanes);
        case "--by" -> new LessonRun(sweep, repeat, what(value), speed, lanes);
        case "--speed" -> new LessonRun(sweep, repeat, by, OptionalDouble.of(speed(value)), lanes);
        default -> new LessonRun(sweep, repeat, by, speed, Optional.of(lanes(value)));
      };
    } catch (IllegalArgumentException e) {
      throw fault("'" + name + " " + value + "'");
    }
  }

  private static List<Integer> numbers(String value) {
    return Arrays.stream(value.split(",")).map(LessonRun::number).toList();
  }

  private static int number(String value) {
    int number = Integer.parseInt(value);
    if (number < 1) {
      throw new IllegalArgumentException(value);
    }
    return number;
  }

  private static ResultCounts.By what(String value) {
    return ResultCounts.By.valueOf(value.toUpperCase(Locale.ROOT));
  }

  private static double speed(String value) {
    double speed = Double.parseDouble(value);
    if (!PlayOptions.isSpeed(speed)) {
      throw new IllegalArgumentException(value);
    }
    return speed;
  }

  private static List<Lane> lanes(String value) throws InputFault {
    return Lanes.withIds(List.of(value.split(",")));
  }

  private static InputFault fault(String what) {
    return InputFault.usage(
        "a lesson cannot play anything with " + what,
        "There are --sweep 1,2,4, --repeat 5, --by lines, --speed 2 and --lanes java.");
  }

  /// Whether it is many plays.
  public boolean isSeries() {
    return repeat > 0 || !sweep.isEmpty();
  }

  /// How many plays there are, of each number of threads where it is a sweep.
  public int times() {
    return repeat == 0 ? SWEEP_TIMES : repeat;
  }

  /// The learner's options, with what the lesson says about them.
  public PlayOptions options(PlayOptions learners) {
    PlayOptions.Builder options = learners.toBuilder();
    speed.ifPresent(options::speed);
    lanes.ifPresent(options::lanes);
    return options.build();
  }
}
