package duet.course.lesson;

import duet.lane.Lanes;
import duet.options.LaneOptions;
import duet.options.SeriesOptions;
import duet.scenario.InputFault;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Reads the options of a lesson's `run`, which mean the same as those of `duet run`.
///
/// The author of a lesson writes them, and the learner's machine plays them. So a lesson has the
/// options that say how a scenario plays, and none that write a file or lift a limit.
@Command
public final class LessonRunReader {
  @Mixin private LaneOptions lanes;

  @Mixin private SeriesOptions series = new SeriesOptions();

  private LessonRunReader(Lanes known) {
    lanes = new LaneOptions(known);
  }

  /// What the options say.
  ///
  /// @param options as on a command line: `--repeat 5` or `--repeat=5`
  /// @param known the lanes that there are
  /// @throws InputFault when one is not understood, or lessons do not have it
  public static LessonRun read(List<String> options, Lanes known) throws InputFault {
    var reader = new LessonRunReader(known);
    var line = new CommandLine(reader);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExpandAtFiles(false);
    try {
      line.parseArgs(options.toArray(String[]::new));
      reader.lanes.check(line.getCommandSpec());
      reader.series.check(line.getCommandSpec(), List.of());
    } catch (UnmatchedArgumentException e) {
      throw fault("a lesson cannot use '" + e.getUnmatched().getFirst() + "'");
    } catch (ParameterException e) {
      throw fault("a lesson cannot play this: " + e.getMessage());
    }
    return reader.run();
  }

  private LessonRun run() throws InputFault {
    return new LessonRun(
        series.sweep(),
        series.times(),
        series.areWanted(),
        series.by(),
        lanes.speed(),
        lanes.lanes(),
        lanes.tempo());
  }

  private static InputFault fault(String problem) {
    return InputFault.usage(
        problem,
        "Lessons have --sweep 1,2,4, --repeat 5, --by lines, --speed 2, --lanes LANE,"
            + " --together and --in-turn.");
  }
}
