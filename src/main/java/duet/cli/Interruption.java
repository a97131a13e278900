package duet.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// While this is open, Ctrl-C (or any other signal that ends the JVM) interrupts a thread and gives
/// it a moment to tell how far it came.
final class Interruption implements AutoCloseable {
  private static final long MOMENT_SECONDS = 2;

  private final CountDownLatch told = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Thread thread) {
    hook = new Thread(() -> interrupt(thread), "interruption");
  }

  static Interruption ofThisThread() {
    var interruption = new Interruption(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  @Override
  public void close() {
    told.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is on its way out, which is what the hook is for.
    }
  }

  private void interrupt(Thread thread) {
    thread.interrupt();
    try {
      told.await(MOMENT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
