package duet.lane.protocol;

import java.nio.file.Path;
import java.util.List;

/// What Duet tells a host. A host plays one script and ends, unless it is to play [Again], or is a
/// live session for as long as it is asked questions; either ends when the pipe closes.
public sealed interface HostOrder {
  /// Compile this script and get ready.
  ///
  /// @param file the script's own file, named in its errors
  /// @param text the script's text
  /// @param speed what every sleep and timed wait is divided by
  /// @param arguments the script's arguments, as on its command line
  /// @param states whether to tell what its threads did
  /// @param warmUps how often to run it before that, unseen, so that it is compiled
  record Load(
      String scenario,
      Path file,
      String text,
      double speed,
      List<String> arguments,
      boolean states,
      int warmUps)
      implements HostOrder {
    public Load {
      arguments = List.copyOf(arguments);
    }
  }

  /// Start at this reading of the machine's monotonic clock, [System#nanoTime()], which HotSpot
  /// reads from the same source in every process of a machine (`CLOCK_MONOTONIC` on Linux).
  record Go(long nanoTime) implements HostOrder {}

  /// Given before [Load]: when the script has completed and left nothing behind, say so and wait
  /// for another one, on a runtime as fresh as at the first time. Otherwise end.
  record Again() implements HostOrder {}

  /// Time is up: tell what was printed and used so far, and end. The script is not asked.
  record Stop() implements HostOrder {}

  /// Become a live session, which is asked [Request]s and keeps its state between them.
  record Open() implements HostOrder {}

  /// Something to answer, once all that was asked before is answered.
  ///
  /// @param name what the text is called in errors
  /// @param at the cursor's place in the text, where that matters
  record Request(Topic topic, String name, String text, int at) implements HostOrder {}

  /// Break off what is being evaluated; it answers in the ordinary way.
  record Cancel() implements HostOrder {}

  /// What is done with the text of a [Request].
  enum Topic {
    /// Evaluate it, and tell the value of its last expression.
    EVALUATE,
    /// Evaluate it again and again. Items: how often in a row, then the seconds that one time took
    /// in each of some repeats.
    TIME,
    /// Take in what this script defines without doing what it does. Items: the names; text: the
    /// lines left out.
    LOAD,
    /// Tell whether it is [Completeness#COMPLETE] and so on, by the name of that; at: how far the
    /// next line should be indented.
    EXAMINE,
    /// Items: what the word before the cursor may become; at: where that word begins.
    COMPLETE,
    /// Tell the text of a script that does this.
    SCRIPT
  }

  /// Whether a text could be evaluated as it is.
  enum Completeness {
    COMPLETE,
    INCOMPLETE,
    INVALID
  }
}
