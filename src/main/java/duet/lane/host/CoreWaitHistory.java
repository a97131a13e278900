package duet.lane.host;

import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.ThreadState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// When one thread was ready to run but had no core: span by span, how much of it. The system tells
/// only totals, so within a span it is not known when.
final class CoreWaitHistory {
  /// Spans with a shorter wait are joined with the next one.
  private static final long WORTH_NANOS = 1_000_000;

  /// A short wait in so long a span is left out: it cannot be placed.
  private static final long LONG_NANOS = 100_000_000;

  private static final int AT_MOST = 4_096;

  /// A span of time.
  ///
  /// @param from a reading of [System#nanoTime()], as `to` is
  /// @param used how long the thread had a core, and how long it waited for one
  record Span(long from, long to, TaskTimes used) {
    Span and(Span next) {
      return new Span(
          from,
          next.to,
          new TaskTimes(used.cpu() + next.used.cpu(), used.ready() + next.used.ready()));
    }
  }

  private final TaskTimes first;
  private TaskTimes counted;
  private TaskTimes last;
  private long from;
  private List<Span> spans = new ArrayList<>();

  /// @param now a reading of [System#nanoTime()]
  /// @param first what the thread's counters said then
  CoreWaitHistory(long now, TaskTimes first) {
    this.first = first;
    counted = first;
    last = first;
    from = now;
  }

  /// Adds a reading of the thread's counters.
  void add(long now, TaskTimes times) {
    last = times;
    TaskTimes used = times.since(counted);
    boolean isWorth = used.ready() >= WORTH_NANOS;
    if (isWorth) {
      spans.add(new Span(begin(now, used), now, used));
      if (spans.size() > AT_MOST) {
        halve();
      }
    }
    if (isWorth || now - from > LONG_NANOS) {
      from = now;
      counted = times;
    }
  }

  /// The system counts a wait when it is over, and that may be longer than the time since the last
  /// reading.
  private long begin(long now, TaskTimes used) {
    long begin = Math.min(from, now - used.ready() - used.cpu());
    return spans.isEmpty() ? begin : Math.max(begin, spans.getLast().to);
  }

  private void halve() {
    var fewer = new ArrayList<Span>();
    for (int i = 0; i + 1 < spans.size(); i += 2) {
      fewer.add(spans.get(i).and(spans.get(i + 1)));
    }
    if (spans.size() % 2 == 1) {
      fewer.add(spans.getLast());
    }
    spans = fewer;
  }

  /// How long the thread has waited for a core since the first reading, in nanoseconds.
  long ready() {
    return last.ready() - first.ready();
  }

  /// The thread's states with its waits for a core as states of their own. No state gets longer.
  ///
  /// @param states without gaps
  /// @param start the [System#nanoTime()] that their times count from
  List<State> in(List<State> states, long start) {
    var waits = new ArrayList<State>();
    int next = 0;
    for (Span span : spans) {
      while (next < states.size() && states.get(next).to() <= span.from - start) {
        next++;
      }
      waits(states, next, span, start, waits);
    }
    return replaced(states, waits);
  }

  /// Where a thread was ready, its state says that it ran, that nobody knows, or that it still
  /// waited for what had already come.
  private static void waits(
      List<State> states, int first, Span span, long start, List<State> waits) {
    long begin = span.from - start;
    long end = span.to - start;
    var running = new ArrayList<State>();
    var ending = new ArrayList<State>();
    var unknown = new ArrayList<State>();
    for (int i = first; i < states.size() && states.get(i).from() < end; i++) {
      State state = states.get(i);
      State part = within(state, Math.max(begin, state.from()), Math.min(end, state.to()));
      if (state.state() == ThreadState.RUNNING) {
        running.add(part);
      } else if (state.state() == ThreadState.UNKNOWN) {
        unknown.add(part);
      } else if (state.to() <= end) {
        ending.add(part);
      }
    }
    long ran = length(running);
    long ready = span.used.ready();
    long ofRunning = Math.clamp(ran - span.used.cpu(), 0, Math.min(ready, ran));
    long ofUnknown = Math.min(ready - ofRunning, length(unknown));
    long ofEnding = Math.min(ready - ofRunning - ofUnknown, length(ending));
    ofRunning = Math.min(ran, ready - ofUnknown - ofEnding);
    take(running, ofRunning, waits);
    take(unknown, ofUnknown, waits);
    take(ending, ofEnding, waits);
  }

  /// Takes the last part of each, in proportion to their lengths.
  private static void take(List<State> parts, long nanos, List<State> waits) {
    double share = nanos / (double) Math.max(1, length(parts));
    for (State part : parts) {
      long length = Math.round(share * (part.to() - part.from()));
      if (length > 0) {
        waits.add(within(part, part.to() - length, part.to()));
      }
    }
  }

  private static long length(List<State> parts) {
    return parts.stream().mapToLong(part -> part.to() - part.from()).sum();
  }

  private static State within(State state, long from, long to) {
    return new State(
        state.tid(), state.thread(), state.state(), from, to, state.where(), state.holder());
  }

  private static List<State> replaced(List<State> states, List<State> waits) {
    if (waits.isEmpty()) {
      return states;
    }
    waits.sort(Comparator.comparing(State::from));
    var all = new StateHistory(states.getFirst().tid(), states.getFirst().thread());
    int next = 0;
    for (State state : states) {
      long at = state.from();
      for (; next < waits.size() && waits.get(next).from() < state.to(); next++) {
        State wait = waits.get(next);
        all.add(state.state(), at, wait.from(), state.where(), state.holder());
        all.add(ThreadState.READY, wait.from(), wait.to(), state.where(), 0);
        at = wait.to();
      }
      all.add(state.state(), at, state.to(), state.where(), state.holder());
    }
    return all.all();
  }
}
