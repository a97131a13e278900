package duet.run;

import java.time.Duration;
import java.util.function.LongSupplier;

/// A clock that stands still until a test moves it.
final class FakeClock implements LongSupplier {
  private long nanos = 1_000_000_000_000L;

  @Override
  public long getAsLong() {
    return nanos;
  }

  void advance(Duration time) {
    nanos += time.toNanos();
  }

  void advanceSeconds(double seconds) {
    nanos += Math.round(seconds * 1e9);
  }
}
