package duet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.ThreadState;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateLogTest {
  private static State state(String where) {
    return new State(1, "main", ThreadState.LOCK, 1, 2, where, 0);
  }

  @Test
  void statesAreKept() {
    var log = new StateLog();
    log.add(state("s.py:1"));
    log.add(state("s.py:2"));
    assertEquals(List.of(state("s.py:1"), state("s.py:2")), log.all());
  }

  /// A script that forges states fills no memory.
  @Test
  void ofTooManyNoneIsKept() {
    var many = new StateLog();
    for (int i = 0; i < 500_001; i++) {
      many.add(state(""));
    }
    many.add(state(""));
    assertEquals(List.of(), many.all());
    var large = new StateLog();
    String text = "x".repeat(1_000_000);
    for (int i = 0; i < 51; i++) {
      large.add(state(text));
    }
    assertEquals(List.of(), large.all());
  }
}
