package duet.lane.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import duet.lane.protocol.LineTags.FalseTag;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Whoever has not the key can write, change, repeat, reorder or leave out no line.
class LineTagsTest {
  private final PipeKey key = PipeKey.random();
  private final LineTags writer = key.messages();
  private final LineTags reader = key.messages();

  @Test
  void theReaderGetsWhatTheWriterSent() throws Exception {
    for (String line : new String[] {"", "one", "zwei ä 日本 \uD83D\uDE00", "x".repeat(100_000)}) {
      assertEquals(line, reader.untagged(sent(line)));
    }
  }

  @Test
  void aLineWithoutTagIsRefused() {
    refused("{\"kind\":\"outcome\"}".getBytes(StandardCharsets.UTF_8));
    refused(new byte[0]);
    refused(new byte[15]);
    refused(new byte[16]);
  }

  @Test
  void aChangedLineIsRefused() {
    byte[] line = sent("completed");
    for (int i = 0; i < line.length; i++) {
      byte[] changed = line.clone();
      changed[i] ^= 1;
      var fresh = key.messages();
      assertThrows(FalseTag.class, () -> fresh.untagged(changed), "byte " + i);
    }
  }

  @Test
  void aShorterOrLongerLineIsRefused() {
    byte[] line = sent("completed");
    refused(Arrays.copyOf(line, line.length - 1));
    refused(Arrays.copyOf(line, line.length + 1));
  }

  @Test
  void aRepeatedLineIsRefused() throws Exception {
    byte[] line = sent("one");
    assertEquals("one", reader.untagged(line));
    refused(line);
  }

  @Test
  void aLineAfterOneThatWasTakenOutIsRefused() {
    sent("one");
    refused(sent("two"));
  }

  @Test
  void aLineOfTheOtherPipeIsRefused() {
    byte[] order = key.orders().tagged("stop");
    refused(Arrays.copyOf(order, order.length - 1));
  }

  @Test
  void aLineWithAnotherKeyIsRefused() {
    byte[] other = PipeKey.random().messages().tagged("one");
    refused(Arrays.copyOf(other, other.length - 1));
  }

  private byte[] sent(String line) {
    byte[] tagged = writer.tagged(line);
    return Arrays.copyOf(tagged, tagged.length - 1);
  }

  private void refused(byte[] line) {
    assertThrows(FalseTag.class, () -> reader.untagged(line));
  }
}
