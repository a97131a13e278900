package duet.lane.process;

import duet.lane.protocol.HostOrder;
import duet.lane.protocol.LineTags;
import duet.lane.protocol.OrderLines;
import duet.lane.protocol.PipeKey;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The pipe through which a host gets the key, and then its orders. They are written on a thread of
/// their own, in their order: a host that does not read holds up nobody, and deadlines go on.
final class OrderPipe implements AutoCloseable {
  private final OutputStream out;
  private final LineTags tags;
  private final ExecutorService writer =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("host-orders").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  OrderPipe(OutputStream out, PipeKey key) {
    this.out = out;
    tags = key.orders();
    writer.execute(() -> write(key));
  }

  /// Sends an order, some time. Nothing happens if the host is gone.
  void send(HostOrder order) {
    writer.execute(() -> write(order));
  }

  private void write(PipeKey key) {
    try {
      key.write(out);
      out.flush();
    } catch (IOException e) {
      // As below.
    }
  }

  private void write(HostOrder order) {
    try {
      out.write(tags.tagged(OrderLines.of(order)));
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
