package duet.compare;

import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.ThreadState;
import duet.run.Run;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// How far the machine may have held up the lines of a run, because it had no core for a thread: by
/// the waits of the thread that printed a line, and by those of other threads while that one
/// waited, perhaps for them. While it ran or slept, nobody held it up.
///
/// @param run the run
/// @param isShort whether threads waited for cores so long that it may matter
/// @param ready when threads waited for a core, in the order of time
/// @param elsewhere how long threads did so besides, in seconds; nobody knows when
public record LineDelays(Run run, boolean isShort, List<State> ready, double elsewhere) {
  public LineDelays {
    ready = List.copyOf(ready);
  }

  /// Those of a run.
  public static LineDelays of(Run run) {
    List<State> ready =
        run.states().stream()
            .filter(state -> state.state() == ThreadState.READY)
            .sorted(Comparator.comparing(State::from))
            .toList();
    CoreShortage shortage = CoreShortage.of(run.usage());
    double placed = ready.stream().mapToDouble(State::seconds).sum();
    return new LineDelays(
        run, shortage.isOfProcess(), ready, Math.max(0, shortage.process() - placed));
  }

  /// The longest delay of a line, in seconds, if it explains that the line came after another one.
  /// Nothing explains that of two lines of one thread: they come in the order of its program.
  ///
  /// @param first the line that came first
  /// @param last the line that came later
  OptionalDouble between(Line first, Line last) {
    if (!isShort || first.tid() == last.tid()) {
      return OptionalDouble.empty();
    }
    double delay = longest(last);
    return last.seconds() - first.seconds() <= delay
        ? OptionalDouble.of(delay)
        : OptionalDouble.empty();
  }

  /// Whether two lines would perhaps have come in the other order.
  public boolean mayChange(Line one, Line other) {
    return one.nanos() < other.nanos()
        ? between(one, other).isPresent()
        : between(other, one).isPresent();
  }

  /// Whether a line would perhaps have come on the other side of some line of another thread. Then
  /// a script that looks how far another thread is may have gone on in another way.
  public boolean mayMove(Line line) {
    return run.lines().stream().anyMatch(other -> mayChange(line, other));
  }

  private double longest(Line line) {
    List<State> own =
        run.states().stream()
            .filter(state -> state.tid() == line.tid())
            .filter(
                state -> state.state() == ThreadState.RUNNING || state.state() == ThreadState.SLEEP)
            .toList();
    long delay = 0;
    long at = 0;
    int next = 0;
    for (State wait : ready) {
      long from = Math.max(at, wait.from());
      long to = Math.min(line.nanos(), wait.to());
      if (from < to) {
        while (next < own.size() && own.get(next).to() <= from) {
          next++;
        }
        delay += to - from;
        for (int i = next; i < own.size() && own.get(i).from() < to; i++) {
          delay -= Math.min(to, own.get(i).to()) - Math.max(from, own.get(i).from());
        }
        at = to;
      }
    }
    return elsewhere + delay / 1e9;
  }
}
