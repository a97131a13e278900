package duet.lane.process;

import java.util.concurrent.TimeUnit;

/// Counts the marks that a host writes to standard error, one before each end that it reports. An
/// end that was reported is passed on when its own mark has been read, and with it whatever the
/// script wrote there before. A mark that comes late is not taken for that of the next end.
final class StderrMarks {
  private int told;
  private int read;

  /// A mark was read. One that a script has written itself counts until the next play.
  synchronized void read() {
    read++;
    notifyAll();
  }

  /// An end was reported: waits for its mark, for at most this time.
  ///
  /// @return whether the mark has been read
  synchronized boolean awaitNext(long millis) throws InterruptedException {
    told++;
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = millis; read < told && left > 0; ) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
    return read >= told;
  }

  /// Another script begins: marks that no end belongs to are forgotten.
  synchronized void begin() {
    read = Math.min(read, told);
  }
}
