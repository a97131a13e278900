package duet.lane.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import duet.lane.protocol.HostOrder;
import duet.lane.protocol.LineTags;
import duet.lane.protocol.OrderLines;
import duet.lane.protocol.PipeKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderReaderTest {
  private final PipeKey key = PipeKey.random();
  private final List<String> heard = new ArrayList<>();

  @Test
  void ordersArePassedOnAndTheEndOfThePipeEndsTheHost() {
    read(pipe(OrderLines.of(new HostOrder.Go(7)), OrderLines.of(new HostOrder.Stop())));
    assertEquals(List.of("Go[nanoTime=7]", "Stop[]", "end"), heard);
  }

  @Test
  void aBrokenPipeEndsTheHost() {
    read(failing(new IOException("broken")));
    assertEquals(List.of("end"), heard);
  }

  @Test
  void anOrderThatIsNoneEndsTheHost() {
    read(pipe("{}", OrderLines.of(new HostOrder.Stop())));
    assertEquals(2, heard.size(), heard.toString());
    assertEquals("end", heard.getLast());
  }

  @Test
  void anOrderFromSomebodyElseEndsTheHost() {
    String stop = OrderLines.of(new HostOrder.Stop());
    read(new ByteArrayInputStream(PipeKey.random().orders().tagged(stop)));
    assertEquals(2, heard.size(), heard.toString());
    assertEquals("end", heard.getLast());
  }

  @Test
  void noMemoryForAnOrderEndsTheHost() {
    read(failing(new OutOfMemoryError("an order")));
    assertEquals(List.of("java.lang.OutOfMemoryError: an order", "end"), heard);
  }

  @Test
  void noMemoryToReportThatEndsTheHostToo() {
    Consumer<Throwable> full =
        _ -> {
          throw new OutOfMemoryError("the report");
        };
    var reader =
        new OrderReader(failing(new OutOfMemoryError()), key.orders(), this::hear, full, this::end);
    assertThrows(OutOfMemoryError.class, reader::run);
    assertEquals(List.of("end"), heard);
  }

  @Test
  void anOrderThatCannotBeTakenEndsTheHost() {
    Consumer<HostOrder> full =
        _ -> {
          throw new OutOfMemoryError("the queue");
        };
    InputStream in = pipe(OrderLines.of(new HostOrder.Go(7)));
    new OrderReader(in, key.orders(), full, this::hear, this::end).run();
    assertEquals(List.of("java.lang.OutOfMemoryError: the queue", "end"), heard);
  }

  private void read(InputStream in) {
    new OrderReader(in, key.orders(), this::hear, this::hear, this::end).run();
  }

  private void hear(Object what) {
    heard.add(what.toString());
  }

  private void end() {
    heard.add("end");
  }

  private InputStream pipe(String... lines) {
    LineTags tags = key.orders();
    var bytes = new ByteArrayOutputStream();
    Stream.of(lines).map(tags::tagged).forEach(bytes::writeBytes);
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static InputStream failing(Throwable fault) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        return read(new byte[1], 0, 1);
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        switch (fault) {
          case IOException e -> throw e;
          case Error e -> throw e;
          default -> throw new AssertionError(fault);
        }
      }
    };
  }
}
