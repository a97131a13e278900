package duet.lane.java.explore.schedule;

/// The random numbers of policies: SplitMix64 (Steele, Lea and Flood, 2014). They are the same on
/// every machine and in every version of Java.
final class SplitMix64 {
  private long state;

  SplitMix64(long seed) {
    state = seed;
  }

  long next() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /// A number from 0 to the bound, which is excluded.
  int below(int bound) {
    return (int) ((next() >>> 33) % bound);
  }
}
