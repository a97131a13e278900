package duet.lane.protocol;

import java.util.List;
import java.util.Locale;

/// One schedule of a script as its host has played it.
///
/// @param plan what the host was told, as in [HostOrder.Schedules]
/// @param message why it ended so, such as the first line of an exception; empty when it completed
/// @param status the exit status that the script asked for
/// @param io whether the script did real input or output, so that it may not go the same way again
/// @param threads the names of its threads, by their numbers
/// @param choices the thread that went on at each step, see [#thread]
/// @param stay the thread that the policy `stay` would have chosen at each step
/// @param enabled which threads could have gone on: `STEP:SET` for each step at which the set
///   differs from the one before, with commas between them; the set is a hexadecimal number whose
///   lowest bit is thread 0
/// @param waits what each thread waits for; only after a deadlock
/// @param steps what happened at each step; empty unless details were ordered
public record PlayedSchedule(
    String plan,
    End end,
    String message,
    int status,
    boolean io,
    List<String> threads,
    String choices,
    String stay,
    String enabled,
    List<Printed> lines,
    List<Waiting> waits,
    List<Step> steps) {
  /// The character that stands for thread 0 in `choices` and `stay`. Thread 1 is the next one.
  public static final char FIRST = '0';

  public PlayedSchedule {
    if (choices.length() != stay.length()) {
      throw new IllegalArgumentException("a schedule tells two choices for each step");
    }
    threads = List.copyOf(threads);
    lines = List.copyOf(lines);
    waits = List.copyOf(waits);
    steps = List.copyOf(steps);
  }

  /// The number of steps.
  public int length() {
    return choices.length();
  }

  /// The number of the thread that went on at a step.
  public int thread(int step) {
    return choices.charAt(step) - FIRST;
  }

  /// The number of the thread that the policy `stay` would have chosen at a step.
  public int usual(int step) {
    return stay.charAt(step) - FIRST;
  }

  /// How a schedule ended.
  public enum End {
    /// The script ran to its end.
    COMPLETED,
    /// No thread could go on, and not all of them had ended.
    DEADLOCK,
    /// An exception ended a thread.
    EXCEPTION,
    /// The script asked to end with a status.
    EXITED,
    /// The plan named a thread that could not go on.
    DIVERGED,
    /// It took more steps than a schedule may have.
    CUT,
    /// The script did something that the host cannot schedule; the message names it.
    REFUSED,
    /// It stopped answering, and Duet ended its host.
    HUNG,
    /// Its process ended by itself.
    CRASHED;

    /// The word used in JSON.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The end with this word.
    ///
    /// @throws IllegalArgumentException when there is none
    public static End of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /// A line that the script printed.
  ///
  /// @param step the step at which its end was printed
  public record Printed(int thread, int step, OutputChannel stream, String text) {}

  /// What a thread waits for, such as `waits for lock a, held by Thread-2`.
  ///
  /// @param line the line of the script where it waits; 0 where none is known
  public record Waiting(int thread, String text, int line) {}

  /// What the thread that was chosen at a step did next.
  ///
  /// @param line the line of the script; 0 where none is known
  /// @param file the name of the script's file; empty where none is known
  /// @param op what it did: `begin`, `end`, `read`, `write`, `lock`, `unlock`, `wait`, `wake`,
  ///   `notify`, `start`, `join`, `sleep`, `park`, `call`, `print`, `line`
  /// @param name what it did that to, such as `counter` or `seats[3]`; may be empty
  /// @param value what was read, written or returned; may be empty
  /// @param text how a person would say it; empty where the other fields say it all
  public record Step(
      int thread, int line, String file, String op, String name, String value, String text) {}
}
