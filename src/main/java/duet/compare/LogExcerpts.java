package duet.compare;

import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.OutputChannel;
import duet.run.Play;
import duet.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Cuts excerpts out of a play's logs: what every lane printed around the same moment.
final class LogExcerpts {
  /// How many lines of a log are shown at most.
  private static final int LINES = 7;

  private LogExcerpts() {}

  /// What every lane printed around a moment; empty if there is no such moment.
  static List<BrokenExpectation.Excerpt> around(Play play, OptionalLong nanos) {
    return nanos.isEmpty()
        ? List.of()
        : play.runs().stream()
            .filter(run -> !run.lines().isEmpty())
            .map(run -> part(run, nanos.getAsLong()))
            .toList();
  }

  private static BrokenExpectation.Excerpt part(Run run, long nanos) {
    List<Line> lines =
        run.lines().stream().filter(line -> line.stream() != OutputChannel.HTML).toList();
    int at = (int) lines.stream().takeWhile(line -> line.nanos() < nanos).count();
    int from = Math.clamp(at - LINES / 2, 0, Math.max(0, lines.size() - LINES));
    int to = Math.min(lines.size(), from + LINES);
    return new BrokenExpectation.Excerpt(
        run.lane(), lines.subList(from, to), from, lines.size() - to);
  }

  static OptionalLong at(Line line) {
    return OptionalLong.of(line.nanos());
  }

  /// When the last line was printed.
  static OptionalLong last(Run run) {
    return lastLine(run).map(LogExcerpts::at).orElse(OptionalLong.empty());
  }

  static Optional<Line> lastLine(Run run) {
    return run.lines().isEmpty() ? Optional.empty() : Optional.of(run.lines().getLast());
  }

  /// The line that is most like a missing one.
  static Optional<Line> nearest(Run run, String line) {
    Optional<Line> nearest = Optional.empty();
    int best = 0;
    for (Line printed : run.lines()) {
      int common = commonStart(printed.text(), line);
      if (common > best) {
        best = common;
        nearest = Optional.of(printed);
      }
    }
    return nearest.or(() -> lastLine(run));
  }

  private static int commonStart(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      if (one.charAt(i) != other.charAt(i)) {
        return i;
      }
    }
    return length;
  }
}
