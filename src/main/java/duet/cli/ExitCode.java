package duet.cli;

/// Duet's exit codes, on which the programs that call Duet rely.
public final class ExitCode {
  /// Everything was as expected.
  public static final int OK = 0;

  /// A script failed, timed out, or broke an expectation.
  public static final int PLAY_FAILED = 1;

  /// A wrong command, option or input file.
  public static final int USAGE = 2;

  /// A bug in Duet.
  public static final int BUG = 3;

  /// There was nothing to play.
  public static final int NOTHING_TO_PLAY = 5;

  /// The user has interrupted Duet.
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
