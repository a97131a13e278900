package duet.lane.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.ThreadState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StateHistoryTest {
  private final StateHistory slices = new StateHistory(7, "seven");

  @Test
  void slicesOfOneKindBecomeOne() {
    slices.add(ThreadState.RUNNING, 0, 10, "", 0);
    slices.add(ThreadState.RUNNING, 10, 20, "work", 0);
    slices.add(ThreadState.GIL, 20, 30, "work", 3);
    slices.add(ThreadState.GIL, 30, 30, "nothing", 0);
    assertEquals(
        List.of(
            new State(7, "seven", ThreadState.RUNNING, 0, 20, "work", 0),
            new State(7, "seven", ThreadState.GIL, 20, 30, "work", 3)),
        slices.all());
  }

  @Test
  void differentPlacesStayApart() {
    slices.add(ThreadState.SLEEP, 0, 10, "one", 0);
    slices.add(ThreadState.SLEEP, 10, 20, "two", 0);
    assertEquals(2, slices.all().size());
  }

  /// However often a thread changes its state, what is kept is little, whole and true in sum.
  @Test
  void aGreatManySlicesAreJoinedWithoutLosingTime() {
    var random = new Random(1);
    List<ThreadState> states = List.of(ThreadState.values());
    Map<ThreadState, Long> expected = new EnumMap<>(ThreadState.class);
    long at = 0;
    for (int i = 0; i < 500_000; i++) {
      ThreadState state = states.get(random.nextInt(states.size()));
      long length = 1L + random.nextInt(20_000);
      slices.add(state, at, at + length, "", 0);
      expected.merge(state, length, Long::sum);
      at += length;
    }
    Map<ThreadState, Long> kept = new EnumMap<>(ThreadState.class);
    long end = 0;
    for (State slice : slices.all()) {
      assertEquals(end, slice.from(), "no gap");
      end = slice.to();
      kept.merge(slice.state(), slice.to() - slice.from(), Long::sum);
    }
    assertEquals(at, end);
    assertEquals(expected, kept);
    assertTrue(slices.all().size() <= 4_096, () -> "kept " + slices.all().size());
  }
}
