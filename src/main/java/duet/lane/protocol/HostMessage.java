package duet.lane.protocol;

import java.util.List;
import java.util.Locale;

/// What a host reports to Duet, in the order in which it happens.
public sealed interface HostMessage {
  /// The host has booted.
  ///
  /// @param runtime what plays here, such as `GraalPy 25.0.3 · Python 3.12`
  record Hello(String runtime) implements HostMessage {}

  /// The script is compiled and waits for "go".
  record Ready() implements HostMessage {}

  /// The script has left nothing behind, and the host can play another one. [Hello] follows.
  record Free() implements HostMessage {}

  /// A thread of the script has begun or has a new name. Only a host that is observed from Duet's
  /// side tells that.
  ///
  /// @param tid as in the lines that it prints: its number in the operating system
  /// @param thread its name in its own language
  /// @param at when it was started, as a reading of [System#nanoTime()]; 0 where that is not told
  /// @param ran when it ran its first line, told likewise
  record Began(long tid, String thread, long at, long ran) implements HostMessage {}

  /// The script printed a line.
  ///
  /// @param seq counts the lines of this run from 1
  /// @param nanos nanoseconds since "go", when the line's first piece was written
  /// @param thread the thread's name in its own language
  /// @param tid tells threads with equal names apart
  /// @param text the line without its end
  record Line(long seq, long nanos, String thread, long tid, OutputChannel stream, String text)
      implements HostMessage {
    /// Seconds since "go".
    public double seconds() {
      return nanos / 1e9;
    }
  }

  /// The script has printed a part of a line, and may go on with it. The whole line follows, or
  /// another state of it.
  ///
  /// @param line what is there so far, stamped when its first piece was written; it has no number
  record Unfinished(Line line) implements HostMessage {}

  /// What the script's threads are doing, reported when that explains something.
  ///
  /// @param occasion why they were looked at
  record Threads(Occasion occasion, List<ThreadView> views) implements HostMessage {
    public Threads {
      views = List.copyOf(views);
    }
  }

  /// Why a host looks at the threads of its script.
  enum Occasion {
    /// Duet asked the host to stop.
    STOP,
    /// Some threads wait for each other in a circle, while others go on.
    DEADLOCK,
    /// Every thread waits for something that only another one could do. The host ends the script.
    STANDSTILL;

    /// The word used in JSON.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What a thread of the script did for a while, reported at the end of the run. A thread's states
  /// leave no gap between its start and its end.
  ///
  /// @param tid as in the lines that it printed
  /// @param thread the thread's name in its own language
  /// @param from nanoseconds since "go"
  /// @param to nanoseconds since "go"
  /// @param where the script's function that it was in, empty where none is known
  /// @param holder the thread that this one waited for, because it held the lock or was to end; 0
  ///   where none is known
  record State(
      long tid, String thread, ThreadState state, long from, long to, String where, long holder)
      implements HostMessage {
    /// How long, in seconds.
    public double seconds() {
      return (to - from) / 1e9;
    }
  }

  /// What the threads did cannot be seen here, or not all of it.
  ///
  /// @param why what is in the way, without a full stop
  record Unseen(String why) implements HostMessage {}

  /// The run is over. Only [Free] may follow.
  ///
  /// @param message what a learner should know about the end; empty when all went well
  record Ending(Outcome outcome, Usage usage, String message) implements HostMessage {}

  /// A live session's answer to the oldest open request. From a host that is observed from Duet's
  /// side also, without a request and just before the end: what its threads waited for, in `text`,
  /// a line for each wait: tid, kind, from, to, function, the thread that could end it; times are
  /// readings of the monotonic clock, 0 for what goes on. The kind `end` is the end of a thread.
  ///
  /// @param good whether it succeeded
  /// @param text the answer; after a failure the reason, with its place in the request's text
  /// @param items see [HostOrder.Topic]
  /// @param at see [HostOrder.Topic]
  /// @param usage what evaluating it used
  record Response(boolean good, String text, List<String> items, int at, Usage usage)
      implements HostMessage {
    public Response {
      items = List.copyOf(items);
    }
  }

  /// A schedule was played: the answer to the first plan that has none yet.
  record Schedule(PlayedSchedule played) implements HostMessage {}

  /// The script is ending its own process, whose exit status says the rest. Nothing follows.
  ///
  /// @param failure what failed first in the script so far, empty where nothing did
  record Exiting(Usage usage, String failure) implements HostMessage {}
}
