package duet.lane;

import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// Watches a host from Duet's side, for a language whose host cannot watch itself. It stands
/// between the two: it hears each message first, and tells Duet what Duet is to know.
public interface HostObserver extends AutoCloseable {
  /// Duet is about to send the host an order.
  void told(HostOrder order);

  /// The host has sent a message. Messages are heard one at a time, in their order.
  void heard(HostMessage message);

  /// The processor time of the host's process and of the child processes that it has waited for, in
  /// seconds, as the operating system counts it; empty where that does not tell.
  OptionalDouble cpu();

  /// The host's process has ended.
  @Override
  void close();

  /// Makes the observer of a host.
  @FunctionalInterface
  interface Start {
    /// Begins to observe a host that has just been started.
    ///
    /// @param process the host's process, or the one that confines it
    /// @param host takes orders for the host
    /// @param duet takes messages for Duet, from any thread
    HostObserver observe(
        ProcessHandle process, Consumer<HostOrder> host, Consumer<HostMessage> duet);
  }
}
