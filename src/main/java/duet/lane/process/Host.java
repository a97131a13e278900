package duet.lane.process;

import duet.lane.protocol.HostOrder;
import java.util.OptionalDouble;

/// One host, as Duet sees it from the outside: it takes orders, and a listener receives its
/// messages. Whoever takes a host gives it back or closes it.
public interface Host extends AutoCloseable {
  /// Passes everything that the host has sent, and will send, to this listener. The previous
  /// listener receives nothing more.
  void attend(HostListener listener);

  /// Sends an order and does not wait until the host reads it. Nothing happens if the host is gone,
  /// which its listener learns anyway.
  void tell(HostOrder order);

  /// Whether it can be told to stay for another play.
  default boolean canStay() {
    return true;
  }

  /// Orders it to stay for another play if this one leaves nothing behind.
  void keep();

  /// Whether it can play again, after [#keep]. Waits for the host's report, two seconds at most.
  boolean isFree();

  /// Whether it has booted again and has no listener.
  boolean isIdle();

  /// Whether its process is alive.
  boolean isAlive();

  /// The processor time of its process in seconds, as the operating system counts it; empty where
  /// that does not tell, or the process has ended.
  OptionalDouble cpu();

  /// How many listeners it has had, which is how many plays.
  int plays();

  /// Takes the listener away. A host that cannot play again then ends by itself.
  void release();

  /// Kills its process, and every process that its script started.
  @Override
  void close();
}
