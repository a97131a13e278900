package duet.lane.python.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.protocol.ThreadState;
import org.junit.jupiter.api.Test;

class GilHistoryTest {
  private static final long MILLI = 1_000_000;

  private final GilHistory history = new GilHistory("script.py");

  /// The only gap of a thread that had the GIL from 1 ms on and gave it up at 2 ms.
  private GilHistory.Gap gapUntil(long wanted, ThreadState... doing) {
    history.wants(MILLI, 0);
    history.got(MILLI);
    history.gives(2 * MILLI);
    for (ThreadState state : doing) {
      history.does(state);
    }
    history.wants(wanted, 0);
    history.got(wanted);
    return history.gaps(wanted).getFirst();
  }

  @Test
  void aGapWithoutEvidenceIsNotKnown() {
    assertEquals(ThreadState.UNKNOWN, gapUntil(500 * MILLI).outside(null));
  }

  @Test
  void javaKnowsASleepThatPreludeCouldNotTell() {
    assertEquals(ThreadState.SLEEP, gapUntil(500 * MILLI, ThreadState.SLEEP).outside(null));
  }

  @Test
  void whatThePreludeNotedIsMoreExact() {
    assertEquals(ThreadState.JOIN, gapUntil(500 * MILLI, ThreadState.IO).outside(ThreadState.JOIN));
  }

  @Test
  void aShortGapIsAPartOfRunning() {
    assertEquals(ThreadState.RUNNING, gapUntil(2 * MILLI + MILLI / 2).outside(ThreadState.SLEEP));
  }

  /// Java says of all of them that they run.
  @Test
  void onlyTheOwnerRunsPythonCode() {
    history.wants(MILLI, 9);
    assertEquals(ThreadState.GIL, history.now(false));
    history.got(2 * MILLI);
    assertEquals(ThreadState.RUNNING, history.now(true));
    history.gives(3 * MILLI);
    history.does(ThreadState.IO);
    assertEquals(ThreadState.IO, history.now(false));
  }

  @Test
  void evidenceIsOfOneGapOnly() {
    gapUntil(500 * MILLI, ThreadState.SLEEP);
    history.gives(501 * MILLI);
    history.wants(900 * MILLI, 0);
    history.got(900 * MILLI);
    assertEquals(ThreadState.UNKNOWN, history.gaps(900 * MILLI).getLast().outside(null));
  }
}
