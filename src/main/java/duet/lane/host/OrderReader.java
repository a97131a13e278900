package duet.lane.host;

import duet.lane.protocol.BoundedLines;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.LineTags;
import duet.lane.protocol.OrderLines;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/// Reads the orders that Duet sends. A host whose orders nobody reads would wait for ever, so
/// however the reading ends, the host ends: because Duet is gone, because an order is not
/// understood or comes from a script, or because there is no memory for it.
final class OrderReader implements Runnable {
  /// The largest notebook has 16 MiB, and each of its bytes may need six in JSON.
  private static final int LONGEST = 100 << 20;

  private final InputStream in;
  private final LineTags tags;
  private final Consumer<HostOrder> receiver;
  private final Consumer<Throwable> fault;
  private final Runnable end;

  /// @param fault hears what went wrong, unless the pipe broke
  /// @param end ends the host
  OrderReader(
      InputStream in,
      LineTags tags,
      Consumer<HostOrder> receiver,
      Consumer<Throwable> fault,
      Runnable end) {
    this.in = in;
    this.tags = tags;
    this.receiver = receiver;
    this.fault = fault;
    this.end = end;
  }

  @Override
  public void run() {
    try {
      read();
    } finally {
      end.run();
    }
  }

  private void read() {
    try (var lines = BoundedLines.cutting(in, LONGEST)) {
      for (byte[] line = lines.nextBytes(); line != null; line = lines.nextBytes()) {
        receiver.accept(OrderLines.order(tags.untagged(line)));
      }
    } catch (IOException e) {
      // The pipe broke, which says the same as its end.
    } catch (LineTags.FalseTag | RuntimeException | Error e) {
      fault.accept(e);
    }
  }
}
