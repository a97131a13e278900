package duet.lane.process;

import duet.lane.protocol.HostOrder;
import duet.lane.protocol.OrderLines;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The pipe through which a host gets its orders. They are written on a thread of their own, in
/// their order: a host that does not read holds up nobody, and deadlines go on.
final class OrderPipe implements AutoCloseable {
  private final OutputStream out;
  private final ExecutorService writer =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("host-orders").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  OrderPipe(OutputStream out) {
    this.out = out;
  }

  /// Sends an order, some time. Nothing happens if the host is gone.
  void send(HostOrder order) {
    writer.execute(() -> write(order));
  }

  private void write(HostOrder order) {
    try {
      out.write((OrderLines.of(order) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      // It died; the listener learns that from the other pipe.
    }
  }

  /// The host is gone, or about to be killed: no more orders follow.
  @Override
  public void close() {
    writer.shutdown();
  }
}
