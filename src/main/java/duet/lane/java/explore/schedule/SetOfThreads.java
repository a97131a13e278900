package duet.lane.java.explore.schedule;

import java.math.BigInteger;
import java.util.List;

/// A set of threads as text: a hexadecimal number whose lowest bit is thread 0.
final class SetOfThreads {
  private static final int BITS = 63;

  private SetOfThreads() {}

  static String hex(List<ScriptThread> threads) {
    if (threads.getLast().number < BITS) {
      long bits = 0;
      for (ScriptThread one : threads) {
        bits |= 1L << one.number;
      }
      return Long.toHexString(bits);
    }
    BigInteger bits = BigInteger.ZERO;
    for (ScriptThread one : threads) {
      bits = bits.setBit(one.number);
    }
    return bits.toString(16);
  }
}
