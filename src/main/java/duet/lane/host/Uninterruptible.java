package duet.lane.host;

/// Waiting on behalf of a script's thread, which the script may interrupt at any moment: the wait
/// goes on, and the interrupt is handed back afterwards.
public final class Uninterruptible {
  private Uninterruptible() {}

  /// A call that waits.
  @FunctionalInterface
  public interface WaitingCall {
    void run() throws InterruptedException;
  }

  /// Waits until the call returns, whatever the interrupts.
  public static void run(WaitingCall wait) {
    boolean interrupted = false;
    while (true) {
      try {
        wait.run();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
