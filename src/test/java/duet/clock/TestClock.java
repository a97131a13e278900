package duet.clock;

import java.time.Duration;
import java.time.Instant;

/// A clock that stands still until a test sets it forward.
public final class TestClock implements Clock {
  private Instant now = Instant.EPOCH;

  /// Lets time go by.
  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public long nanoTime() {
    return Duration.between(Instant.EPOCH, now).toNanos();
  }
}
