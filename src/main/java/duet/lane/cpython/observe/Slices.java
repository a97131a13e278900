package duet.lane.cpython.observe;

import java.util.Arrays;
import java.util.EnumMap;

/// What one thread was seen to do, slice by slice in the order of time, without gaps. Times are
/// readings of [System#nanoTime()]. It grows without making objects; when it gets too long, the
/// slices within each short span of time are joined, which keeps the total of each [Activity].
final class Slices {
  private static final int AT_MOST = 1 << 15;

  private final long begin;
  private long[] ends = new long[64];
  private Activity[] kinds = new Activity[64];
  private int count;
  private long window = 50_000_000;

  /// Receives slices.
  @FunctionalInterface
  interface Sink {
    void add(Activity activity, long from, long to);
  }

  Slices(long begin) {
    this.begin = begin;
  }

  long end() {
    return count == 0 ? begin : ends[count - 1];
  }

  /// Adds what the thread did next, from the end so far. A slice without length is left out.
  void add(Activity activity, long to) {
    if (to <= end()) {
      return;
    }
    if (count > 0 && kinds[count - 1] == activity) {
      ends[count - 1] = to;
      return;
    }
    if (count == ends.length) {
      grow();
    }
    ends[count] = to;
    kinds[count] = activity;
    count++;
  }

  private void grow() {
    if (count < AT_MOST) {
      ends = Arrays.copyOf(ends, 2 * count);
      kinds = Arrays.copyOf(kinds, 2 * count);
      return;
    }
    while (count > AT_MOST / 2) {
      join();
      window *= 2;
    }
  }

  /// Joins the slices that end within the same span of time.
  private void join() {
    var fewer = new Slices(begin);
    var totals = new EnumMap<Activity, Long>(Activity.class);
    long from = begin;
    for (int i = 0; i < count; i++) {
      totals.merge(kinds[i], ends[i] - from, Long::sum);
      from = ends[i];
      if (i + 1 == count || ends[i + 1] / window != ends[i] / window) {
        totals.forEach((kind, total) -> fewer.add(kind, fewer.end() + total));
        totals.clear();
      }
    }
    ends = Arrays.copyOf(fewer.ends, ends.length);
    kinds = Arrays.copyOf(fewer.kinds, ends.length);
    count = fewer.count;
  }

  /// Gives all slices in their order.
  void forEach(Sink sink) {
    long from = begin;
    for (int i = 0; i < count; i++) {
      sink.add(kinds[i], from, ends[i]);
      from = ends[i];
    }
  }
}
