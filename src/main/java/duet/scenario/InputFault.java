package duet.scenario;

/// A mistake in what the user asked for: a name that does not exist, a folder with nothing in it.
/// It carries what is wrong and what to try next; only the command line turns it into an exit code.
public final class InputFault extends Exception {
  /// Which of the documented exit codes fits.
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

  /// Which exit code fits.
  public Fault fault() {
    return fault;
  }

  /// What to do next.
  public String next() {
    return next;
  }
}
