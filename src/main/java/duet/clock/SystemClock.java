package duet.clock;

import java.time.Instant;

/// The clock of this machine.
public final class SystemClock implements Clock {
  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }
}
