package duet.lane.host;

import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.Switches;
import duet.scenario.ScriptNeeds;
import java.util.List;
import java.util.Set;

/// A language runtime inside a host.
public interface Guest {
  /// How the names of the threads begin that the runtime or its JVM may start while a script runs.
  /// Only where no script can give such a name to a native thread, which has 15 characters of it.
  Set<String> lateThreads();

  /// Boots the runtime, so that a script can start without delay.
  ///
  /// @param output where its scripts will print
  /// @return what plays here, such as `GraalPy 25.0.3 · Python 3.12`
  String boot(ScriptOutput output);

  /// Loads what a script may need. Called in a spare host, which has no script yet.
  void prepare();

  /// Compiles the script without running any of it.
  ///
  /// @throws Rejection when it does not compile
  GuestScript compile(HostOrder.Load order) throws Rejection;

  /// Saves what [#close] has to restore. Called only if the host is to play again.
  default void keep() {}

  /// Compiles a script that is to be explored, without running any of it.
  ///
  /// @throws Rejection when it does not compile
  default GuestExploration explore(HostOrder.Load order, Switches switches) throws Rejection {
    throw new Rejection("the schedules of this lane's scripts cannot be explored yet");
  }

  /// Closes the runtime that the last script ran in.
  ///
  /// @return whether [#boot] can be called again without the next script noticing the last one
  boolean close();

  /// Begins a live session. The calling thread is the only one that asks it questions.
  ///
  /// @param needs what the code to come needs
  GuestSession open(ScriptNeeds needs);

  /// A live session: it evaluates what is typed, piece by piece.
  interface GuestSession {
    /// Answers a question.
    ///
    /// @param meter measures what evaluating uses
    HostMessage.Response answer(HostOrder.Request question, CpuMeter meter);

    /// The id of the thread on which it evaluates.
    long thread();

    /// Cancels the question that is being answered. Called from another thread.
    void cancel();
  }

  /// A compiled script whose threads take turns as they are told.
  @FunctionalInterface
  interface GuestExploration {
    /// Plays one schedule on a fresh state. Every call comes on the same thread.
    ///
    /// @param plan as in [HostOrder.Schedules]
    /// @param detail whether to tell what happened at each step
    PlayedSchedule play(String plan, boolean detail);
  }

  /// A compiled script.
  interface GuestScript {
    /// Runs it to its end, and to the end of every thread that the language waits for.
    ScriptEnd run();

    /// Runs it once without showing anything, so that the JIT has compiled it when it counts.
    void warmUp();

    /// What failed first in it so far, such as an uncaught exception of a thread; empty where
    /// nothing did. Called while it runs.
    String failure();

    /// What its threads did, if that was ordered. Called once, at the end of the run.
    ///
    /// @param end nanoseconds since "go"
    /// @param millis how long finding out may take
    List<HostMessage.State> states(long end, long millis);

    /// The observer of its threads while it runs.
    ThreadObserver observer();
  }

  /// How the script itself ended.
  ///
  /// @param failed whether it raised an error or asked for an exit status other than 0
  /// @param message what a learner should know about the end; empty when all went well
  record ScriptEnd(boolean failed, String message) {
    private static final int LONGEST_MESSAGE = 20_000;

    /// The script ran to its end.
    public static final ScriptEnd GOOD = new ScriptEnd(false, "");

    /// The script failed.
    public static ScriptEnd bad(String message) {
      return new ScriptEnd(
          true,
          message.length() <= LONGEST_MESSAGE
              ? message
              : message.substring(0, LONGEST_MESSAGE) + "…");
    }

    /// The script asked to end with this exit status.
    public static ScriptEnd exit(int status) {
      return status == 0 ? GOOD : bad("the script exited with status " + status);
    }
  }

  /// A script that does not compile; the message says where and why, in the learner's own lines.
  final class Rejection extends Exception {
    private final String explanation;

    public Rejection(String explanation) {
      super(explanation);
      this.explanation = explanation;
    }

    /// What is wrong, and where.
    public String explanation() {
      return explanation;
    }
  }
}
