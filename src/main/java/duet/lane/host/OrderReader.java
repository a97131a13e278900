package duet.lane.host;

import duet.lane.protocol.HostOrder;
import duet.lane.protocol.OrderLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Reads the orders that Duet sends. A host whose orders nobody reads would wait for ever, so
/// however the reading ends, the host ends: because Duet is gone, because an order is not
/// understood, or because there is no memory for it.
final class OrderReader implements Runnable {
  private final InputStream in;
  private final Consumer<HostOrder> receiver;
  private final Consumer<Throwable> fault;
  private final Runnable end;

  /// @param fault hears what went wrong, unless the pipe broke
  /// @param end ends the host
  OrderReader(
      InputStream in, Consumer<HostOrder> receiver, Consumer<Throwable> fault, Runnable end) {
    this.in = in;
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
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        receiver.accept(OrderLines.order(line));
      }
    } catch (IOException e) {
      // The pipe broke, which says the same as its end.
    } catch (RuntimeException | Error e) {
      fault.accept(e);
    }
  }
}
