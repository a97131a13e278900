package duet.lane.cpython.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// However many slices are added, few are kept, and the totals stay.
class SlicesTest {
  private static final long BEGIN = 1_000;

  private final Slices slices = new Slices(BEGIN);

  @Test
  void equalNeighboursAreOne() {
    slices.add(Activity.GIL, 1_010);
    slices.add(Activity.GIL, 1_020);
    slices.add(Activity.RUNNING, 1_020);
    slices.add(Activity.RUNNING, 1_030);
    assertEquals(2, count());
    assertEquals(Map.of(Activity.GIL, 20L, Activity.RUNNING, 10L), totals());
  }

  @Test
  void manySlicesAreJoinedWithinShortSpans() {
    int rounds = 200_000;
    for (int i = 0; i < rounds; i++) {
      slices.add(Activity.GIL, slices.end() + 3_000_000);
      slices.add(Activity.RUNNING, slices.end() + 1_000_000);
    }
    assertTrue(count() < 40_000, count() + " slices");
    assertEquals(
        Map.of(Activity.GIL, rounds * 3_000_000L, Activity.RUNNING, rounds * 1_000_000L), totals());
    assertEquals(BEGIN + rounds * 4_000_000L, slices.end());
  }

  private int count() {
    var count = new int[1];
    slices.forEach((_, _, _) -> count[0]++);
    return count[0];
  }

  private Map<Activity, Long> totals() {
    var totals = new EnumMap<Activity, Long>(Activity.class);
    slices.forEach((one, from, to) -> totals.merge(one, to - from, Long::sum));
    return totals;
  }
}
