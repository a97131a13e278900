package duet.cli;

/// Exit codes: a contract with everything that calls Duet.
public final class ExitCode {
  /// All as expected.
  public static final int OK = 0;

  /// A script failed, timed out, or broke an expectation.
  public static final int PLAY_FAILED = 1;

  /// Wrong usage.
  public static final int USAGE = 2;

  /// A bug of Duet's own.
  public static final int BUG = 3;

  /// Nothing to play.
  public static final int NOTHING_TO_PLAY = 5;

  /// Stopped by the user.
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
