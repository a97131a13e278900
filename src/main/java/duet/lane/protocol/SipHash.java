package duet.lane.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// SipHash-2-4 (Aumasson and Bernstein 2012): 64 bits that nobody can work out without the key.
///
/// The JDK has no such function for short texts. Its `Mac` copies the key into arrays of the heap,
/// from where a script could take it by a heap dump, and it asks security providers, which a script
/// may replace. Here key and state are in local variables only, which is why nothing is divided
/// into methods.
final class SipHash {
  private SipHash() {}

  /// The hash of a number, in its eight bytes from the lowest to the highest, and some bytes.
  ///
  /// @param key0 the first half of the key
  /// @param key1 the second half
  /// @param from where the bytes begin in the array
  static long of(long key0, long key1, long number, byte[] bytes, int from, int length) {
    ByteBuffer words = ByteBuffer.wrap(bytes, from, length).order(ByteOrder.LITTLE_ENDIAN);
    long v0 = key0 ^ 0x736f6d6570736575L;
    long v1 = key1 ^ 0x646f72616e646f6dL;
    long v2 = key0 ^ 0x6c7967656e657261L;
    long v3 = key1 ^ 0x7465646279746573L;
    long word = number;
    for (int left = 2 + length / Long.BYTES; left >= 0; left--) {
      v3 ^= word;
      for (int round = left == 0 ? 4 : 2; round > 0; round--) {
        v0 += v1;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v3;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v2 = Long.rotateLeft(v2, 32);
      }
      v0 ^= word;
      if (left > 2) {
        word = words.getLong();
      } else if (left == 2) {
        word = last(words, Long.BYTES + length);
      } else {
        word = 0; // four more rounds end it
        v2 ^= left == 1 ? 0xFF : 0;
      }
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }

  /// The bytes that fill no word, and the length of everything.
  private static long last(ByteBuffer words, int length) {
    long last = (long) length << 56;
    for (int shift = 0; words.hasRemaining(); shift += Byte.SIZE) {
      last |= (words.get() & 0xFFL) << shift;
    }
    return last;
  }
}
