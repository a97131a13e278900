package duet.lane.process;

import duet.lane.protocol.HostOrder;

/// One host, as Duet sees it from the outside: it takes orders, and a listener hears what it says.
/// Whoever takes a host gives it back or closes it.
public interface Host extends AutoCloseable {
  /// Passes everything that the host has said, and will say, to this listener. The last listener
  /// hears nothing more.
  void attend(HostListener listener);

  /// Sends an order. Nothing happens when the host is gone: its listener hears that.
  void tell(HostOrder order);

  /// Orders it to stay for another play when this one has left nothing behind.
  void keep();

  /// Whether it can play again, after [#keep]. Waits until the host has told so, two seconds at
  /// most.
  boolean isFree();

  /// Whether it has booted again and nobody attends.
  boolean isIdle();

  /// Whether its process lives.
  boolean isAlive();

  /// How many listeners it has had, which is how many plays.
  int plays();

  /// Takes the listener away. A host that cannot play again then ends by itself.
  void release();

  /// Kills its process, and every process that its script started.
  @Override
  void close();
}
