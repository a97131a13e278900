package duet.lane.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SipHashTest {
  private static final long KEY0 = 0x0706050403020100L;
  private static final long KEY1 = 0x0f0e0d0c0b0a0908L;

  /// From the vectors of the reference implementation: the key is 00 … 0f, the text 00, 01, 02, …
  @ParameterizedTest
  @CsvSource({
    "8, 93f5f5799a932462",
    "15, a129ca6149be45e5",
    "16, 3f2acc7f57c29bdb",
    "63, 958a324ceb064572"
  })
  void itIsSipHash(int length, String hash) {
    var text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) i;
    }
    long first = 0x0706050403020100L;
    long sum = SipHash.of(KEY0, KEY1, first, text, Long.BYTES, length - Long.BYTES);
    assertEquals(Long.parseUnsignedLong(hash, 16), sum);
  }

  @Test
  void eachPartMatters() {
    byte[] text = {1, 2, 3};
    assertEquals(
        5,
        LongStream.of(
                SipHash.of(1, 2, 3, text, 0, 3),
                SipHash.of(2, 2, 3, text, 0, 3),
                SipHash.of(1, 3, 3, text, 0, 3),
                SipHash.of(1, 2, 4, text, 0, 3),
                SipHash.of(1, 2, 3, text, 0, 2))
            .distinct()
            .count());
  }
}
