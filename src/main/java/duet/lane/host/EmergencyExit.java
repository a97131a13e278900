package duet.lane.host;

import duet.lane.protocol.ChildProcesses;
import duet.lane.protocol.HostExit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/// Ends a host at once.
final class EmergencyExit {
  /// How long it may take to find the processes that the script started. Where the script has left
  /// no memory, that would take much longer.
  private static final long SEARCH_NANOS = 500_000_000;

  private static final CountDownLatch BEGUN = new CountDownLatch(1);

  private EmergencyExit() {}

  /// Starts the thread that later needs no memory to end this process in time.
  static void prepare() {
    HostThreads.start("last", EmergencyExit::endInTime);
  }

  private static void endInTime() {
    Uninterruptible.run(BEGUN::await);
    LockSupport.parkNanos(SEARCH_NANOS);
    Runtime.getRuntime().halt(HostExit.OUR_BUG);
  }

  /// Ends this process and every process that the script started. For when Duet is gone, or
  /// everything has been reported.
  static void now() {
    BEGUN.countDown();
    try {
      ChildProcesses.killOwn();
    } finally {
      Runtime.getRuntime().halt(HostExit.OUR_BUG);
    }
  }
}
