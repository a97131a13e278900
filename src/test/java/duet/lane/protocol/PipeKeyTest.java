package duet.lane.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// It begins first, as long as there is little in the heap that it dumps.
@Order(0)
class PipeKeyTest {
  @TempDir private Path folder;

  @Test
  void aKeyThatWasSentIsTheSame() throws Exception {
    PipeKey key = PipeKey.random();
    var pipe = new ByteArrayOutputStream();
    key.write(pipe);
    pipe.write(key.orders().tagged("go"));
    var in = new ByteArrayInputStream(pipe.toByteArray());
    LineTags orders = PipeKey.read(in).orders();
    byte[] rest = in.readAllBytes();
    assertEquals("go", orders.untagged(Arrays.copyOf(rest, rest.length - 1)));
  }

  @Test
  void halfAKeyIsNone() {
    assertThrows(EOFException.class, () -> PipeKey.read(new ByteArrayInputStream(new byte[15])));
    assertThrows(EOFException.class, () -> PipeKey.read(new ByteArrayInputStream(new byte[0])));
  }

  /// Whatever was done with it before. What is found by its bytes would be found by its value.
  @Test
  void noHeapDumpShowsIt() throws Exception {
    PipeKey key = PipeKey.random();
    byte[] line = key.messages().tagged("a line");
    Path dump = folder.resolve("heap.hprof");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(dump.toString(), /* live= */ false);
    var sent = new ByteArrayOutputStream();
    key.write(sent);
    try (FileChannel file = FileChannel.open(dump)) {
      MappedByteBuffer heap = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
      ByteBuffer halves = ByteBuffer.wrap(sent.toByteArray());
      assertFalse(contains(heap, halves.getLong(0), halves.getLong(Long.BYTES)));
      assertTrue(contains(heap, ByteBuffer.wrap(line).getLong(0)), "what is in the heap is found");
    }
  }

  /// Whether a file has one of these numbers anywhere, its bytes in either order.
  private static boolean contains(ByteBuffer file, long... numbers) {
    ByteBuffer all = file.duplicate().order(ByteOrder.BIG_ENDIAN);
    for (int i = 0; i + Long.BYTES <= all.limit(); i++) {
      long at = all.getLong(i);
      for (long number : numbers) {
        if (at == number || at == Long.reverseBytes(number)) {
          return true;
        }
      }
    }
    return false;
  }
}
