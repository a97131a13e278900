package duet.course.lesson;

import duet.compare.ThreadActivity;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.ThreadState;
import duet.run.Play;
import duet.run.Run;
import duet.scenario.RunFigure;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The figures of a run that lessons quote and learners predict.
final class MeasuredFigures {
  private MeasuredFigures() {}

  /// A figure that every run has; empty if it was not measured.
  static OptionalDouble of(RunFigure quantity, Play play, Run run) {
    return switch (quantity) {
      case WALL -> OptionalDouble.of(run.usage().wall() * play.speed());
      case CPU -> run.usage().cpu();
      case CORES -> run.usage().cpuPerWall();
      case GIL_WAIT -> {
        OptionalDouble share = ThreadActivity.of(run).gilWait();
        yield share.isPresent() ? OptionalDouble.of(100 * share.getAsDouble()) : share;
      }
      case SLEPT ->
          OptionalDouble.of(ThreadActivity.of(run).seconds(ThreadState.SLEEP) * play.speed());
      case THREADS -> OptionalDouble.of(ThreadActivity.of(run).workers().size());
      case LINES -> OptionalDouble.of(lines(run).size());
    };
  }

  /// The number that the first group of a pattern finds in a line; empty if it finds none.
  static OptionalDouble in(Run run, Pattern pattern) {
    for (String line : lines(run)) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.find() && matcher.groupCount() > 0) {
        return number(matcher.group(1));
      }
    }
    return OptionalDouble.empty();
  }

  private static OptionalDouble number(String text) {
    try {
      return OptionalDouble.of(Double.parseDouble(text.replace(",", "")));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /// The lines of standard output.
  static List<String> lines(Run run) {
    return run.lines().stream()
        .filter(l -> l.stream() == OutputChannel.OUT)
        .map(Line::text)
        .toList();
  }
}
