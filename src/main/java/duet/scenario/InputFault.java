package duet.scenario;

/// A mistake in what the user asked for, such as a name that does not exist. It says what is wrong
/// and what to do next; only the command line turns it into an exit code.
public final class InputFault extends Exception {
  /// The kinds of mistakes that have their own exit code.
  public enum Fault {
    /// The request itself is wrong.
    USAGE,
    /// The request is fine, but there is nothing to play.
    NOTHING_TO_PLAY
  }

  private final Fault fault;
  private final String next;

  /// @param problem one sentence saying what is wrong
  /// @param next what to do about it, ideally a command
  public InputFault(Fault fault, String problem, String next) {
    super(problem);
    this.fault = fault;
    this.next = next;
  }

  /// Wrong usage, with the problem and what to try next.
  public static InputFault usage(String problem, String next) {
    return new InputFault(Fault.USAGE, problem, next);
  }

  /// The kind, which decides the exit code.
  public Fault fault() {
    return fault;
  }

  /// What to do next.
  public String next() {
    return next;
  }

  /// The problem and what to do next, for running text.
  public String sentences() {
    String problem = String.valueOf(getMessage());
    return problem + (problem.endsWith("?") ? " " : ". ") + next;
  }
}
