package duet.lane.protocol;

import duet.scenario.NeighbourFiles;
import duet.scenario.ScriptNeeds;
import java.nio.file.Path;
import java.util.List;

/// What Duet orders a host to do. A host plays one script and ends, unless it is told to play
/// [Again], to [Explore], or becomes a live session. It always ends when the pipe closes.
public sealed interface HostOrder {
  /// Compile this script and get ready.
  ///
  /// @param file the script's own file, named in its errors
  /// @param text the script's text
  /// @param neighbours the files that it may use, where its language compiles them with it
  /// @param needs what else it needs
  /// @param speed what every sleep and timed wait is divided by
  /// @param arguments the script's arguments, as on its command line
  /// @param states whether to report what its threads did
  /// @param warmUps how often to run it unseen first, so that it is compiled
  record Load(
      String scenario,
      Path file,
      String text,
      NeighbourFiles neighbours,
      ScriptNeeds needs,
      double speed,
      List<String> arguments,
      boolean states,
      int warmUps)
      implements HostOrder {
    /// A script that uses and needs nothing else.
    public Load(
        String scenario,
        Path file,
        String text,
        double speed,
        List<String> arguments,
        boolean states,
        int warmUps) {
      this(
          scenario,
          file,
          text,
          NeighbourFiles.NONE,
          ScriptNeeds.NONE,
          speed,
          arguments,
          states,
          warmUps);
    }

    public Load {
      arguments = List.copyOf(arguments);
    }
  }

  /// Start at this reading of the machine's monotonic clock, [System#nanoTime()], which HotSpot
  /// reads from the same source in every process of a machine (`CLOCK_MONOTONIC` on Linux).
  record Go(long nanoTime) implements HostOrder {}

  /// Given before [Load]: when the script has completed and left nothing behind, report that and
  /// wait for another one on a fresh runtime. Otherwise end.
  record Again() implements HostOrder {}

  /// Given before [Load]: do not play the script once, but the [Schedules] that follow, each as
  /// often as it is named, on a fresh state. The answer to [Load] is [HostMessage.Ready] as usual.
  record Explore(Switches switches) implements HostOrder {}

  /// Play these schedules of the script, one after the other, and answer each with a
  /// [HostMessage.Schedule]. More of these orders may wait.
  ///
  /// @param plans `POLICY` or `POLICY|DEVIATIONS`; see the manual's page on exploring
  /// @param detail whether to tell what happened at each step
  record Schedules(List<String> plans, boolean detail) implements HostOrder {
    public Schedules {
      plans = List.copyOf(plans);
    }
  }

  /// Time is up: report what was printed and used so far, and end. The script is not asked.
  record Stop() implements HostOrder {}

  /// Become a live session, which answers [Request]s and keeps its state between them.
  ///
  /// @param needs what the code to come needs
  record Open(ScriptNeeds needs) implements HostOrder {}

  /// A request, answered after all earlier ones.
  ///
  /// @param name what the text is called in errors
  /// @param at the cursor's offset in the text, where that matters
  record Request(Topic topic, String name, String text, int at) implements HostOrder {}

  /// What the threads of the script that plays wait for; asked by a [duet.lane.HostObserver]. The
  /// items of the [HostMessage.Response] are, for each that waits, tid, kind, what for, where, the
  /// thread that could end it, and a task's name, with a tab between them; then for each that does
  /// not, tid, `running`, nothing, and where.
  record Look() implements HostOrder {}

  /// Interrupt the evaluation; its answer comes in the ordinary way.
  record Cancel() implements HostOrder {}

  /// What to do with the text of a [Request].
  enum Topic {
    /// Evaluate it. Text: the value of its last expression.
    EVALUATE,
    /// Evaluate it again and again. Items: the rounds in a repeat, then for each repeat the seconds
    /// of one round; text: the seconds of a round that does nothing.
    TIME,
    /// Define what this script defines without running the rest. Items: the names; text: the lines
    /// left out.
    LOAD,
    /// Text: the name of its [Completeness]; at: how far the next line should be indented.
    EXAMINE,
    /// Items: the completions of the word before the cursor; at: where that word begins.
    COMPLETE,
    /// Text: a script that does the same.
    SCRIPT
  }

  /// Whether a text can be evaluated as it is.
  enum Completeness {
    COMPLETE,
    INCOMPLETE,
    INVALID
  }
}
