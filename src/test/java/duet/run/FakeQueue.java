package duet.run;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A queue of reports at which nobody waits: when it is empty, the clock moves on instead, and the
/// player is interrupted at the times that a test has set.
final class FakeQueue extends LinkedBlockingQueue<Runnable> {
  private static final long serialVersionUID = 1;

  private final transient FakeClock clock;
  private int interruptsLeft;
  private long nextInterrupt;

  FakeQueue(FakeClock clock) {
    this.clock = clock;
  }

  /// Interrupts the player so often, first after this time and then at each empty wait.
  void interruptAfter(double seconds, int times) {
    nextInterrupt = clock.getAsLong() + Math.round(seconds * 1e9);
    interruptsLeft = times;
  }

  @Override
  public @Nullable Runnable poll(long timeout, TimeUnit unit) throws InterruptedException {
    Runnable first = poll();
    if (first == null) {
      if (interruptsLeft > 0 && clock.getAsLong() >= nextInterrupt) {
        interruptsLeft--;
        throw new InterruptedException();
      }
      clock.advanceSeconds(unit.toNanos(timeout) / 1e9);
    }
    return first;
  }
}
