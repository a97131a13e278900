package duet.lane.host;

/// Waits on a script's thread in spite of interrupts, which the script may send at any moment. The
/// thread is interrupted again after the wait.
public final class Uninterruptible {
  private Uninterruptible() {}

  /// A call that waits.
  @FunctionalInterface
  public interface WaitingCall {
    void run() throws InterruptedException;
  }

  /// Waits until the call returns without being interrupted.
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
