package duet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.protocol.HostMessage.Occasion;
import duet.lane.protocol.HostMessage.Threads;
import duet.lane.protocol.ThreadState;
import duet.lane.protocol.ThreadView;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a learner reads about a hang.
class StandstillExplanationTest {
  private static final ThreadView MAIN =
      new ThreadView("main", 1, ThreadState.JOIN, "x.py:9", "thread one", 2, 1.04);
  private static final ThreadView ONE =
      new ThreadView("one", 2, ThreadState.LOCK, "x.py:3", "Lock b", 3, 1);
  private static final ThreadView TWO =
      new ThreadView("two", 3, ThreadState.LOCK, "x.py:6", "Lock a", 2, 1);

  @Test
  void aCircleNamesItsThreadsAndLeavesOutWhoOnlyWaitsForIt() {
    assertEquals(
        """
        deadlock: each of these threads waits for the next one, the last for the first
          one  waited 1.0 s for Lock b at x.py:3, held by two for 1.0 s or more
          two  waited 1.0 s for Lock a at x.py:6, held by one for 1.0 s or more
        It cannot happen when every thread takes its locks in the same order.
        the other threads:
          main  waited 1.0 s for thread one to end at x.py:9\
        """,
        of(Occasion.STANDSTILL, MAIN, ONE, TWO));
  }

  @Test
  void aThreadCanWaitForItself() {
    String text =
        of(Occasion.STANDSTILL, new ThreadView("main", 1, ThreadState.LOCK, "", "Lock", 1, 0));
    assertTrue(text.startsWith("deadlock: a thread waits for a lock that it holds itself\n"), text);
    assertTrue(text.endsWith("for Lock, held by itself"), text);
  }

  @Test
  void withoutACircleItIsAStandstillOrJustLate() {
    var waits = new ThreadView("main", 1, ThreadState.WAIT, "x.py:2", "Queue.get", 0, 2);
    assertEquals(
        "standstill: every thread waits for what only another thread could do, and none is left to"
            + " do it\n  main  waited 2.0 s in Queue.get at x.py:2",
        of(Occasion.STANDSTILL, waits));
    assertEquals(
        "what its threads were doing:\n  main  waited 2.0 s in Queue.get at x.py:2",
        of(Occasion.STOP, waits));
  }

  @Test
  void everyStateHasItsWords() {
    var text = new ArrayList<String>();
    for (ThreadState state : ThreadState.values()) {
      text.add(
          of(Occasion.STOP, new ThreadView("t", 1, state, "f:1", "", 0, 0))
              .lines()
              .toList()
              .getLast());
    }
    assertEquals(
        List.of(
            "  t  was running at f:1",
            "  t  waited for a core at f:1",
            "  t  waited for the GIL at f:1",
            "  t  waited for something at f:1",
            "  t  waited at f:1",
            "  t  waited for something to end at f:1",
            "  t  slept at f:1",
            "  t  waited for input or output at f:1",
            "  t  was doing something that Duet does not know at f:1"),
        text);
  }

  @Test
  void tasksThatAwaitEachOtherAreCalledTasks() {
    var main = new ThreadView("main", 1, ThreadState.IO, "", "", 0, 2);
    var a = new ThreadView("task a", -1, ThreadState.JOIN, "x.py:3", "task b", -2, 0);
    var b = new ThreadView("task b", -2, ThreadState.JOIN, "x.py:5", "task a", -1, 0);
    var c = new ThreadView("task c", -3, ThreadState.WAIT, "x.py:9", "Queue.get", 0, 0);
    assertEquals(
        """
        deadlock: each of these tasks waits for the next one, the last for the first
          task a  waited for task b to end at x.py:3
          task b  waited for task a to end at x.py:5
        the others:
          main    waited 2.0 s for input or output
          task c  waited in Queue.get at x.py:9\
        """,
        of(Occasion.STOP, main, a, b, c));
  }

  @Test
  void tasksThatNobodyWakesAreToldBelowTheLoopThatWaits() {
    var main =
        new ThreadView("main", 1, ThreadState.WAIT, "x.py:9", "for work for its event loop", 0, 2);
    var eats = new ThreadView("task eats", -1, ThreadState.WAIT, "x.py:3", "Event.wait", 0, 0);
    assertEquals(
        """
        standstill: every thread waits for what only another thread could do, and none is left to do it
          main       waited 2.0 s for work for its event loop at x.py:9
          task eats  waited in Event.wait at x.py:3\
        """,
        of(Occasion.STANDSTILL, main, eats));
  }

  @Test
  void aReasonThatBeginsWithForIsToldAsItIs() {
    String text = of(Occasion.STOP, new ThreadView("w", 1, ThreadState.WAIT, "", "for work", 0, 0));
    assertTrue(text.endsWith("  w  waited for work"), text);
  }

  @Test
  void aWaitOfWhichNothingIsKnownIsCalledThat() {
    String text = of(Occasion.STOP, new ThreadView("t", 1, ThreadState.WAIT, "", "", 0, 6));
    assertTrue(text.endsWith("  t  waited 6.0 s; for what is not known"), text);
  }

  @Test
  void ofVeryManyThreadsTheFirstAreTold() {
    var views = new ArrayList<ThreadView>();
    for (int i = 0; i < 100; i++) {
      views.add(new ThreadView("t" + i, i + 1, ThreadState.SLEEP, "", "", 0, 0));
    }
    String text = StandstillExplanation.of(new Threads(Occasion.STOP, views));
    assertEquals(22, text.lines().count());
    assertTrue(text.endsWith("… and 80 more threads"), text);
  }

  private static String of(Occasion occasion, ThreadView... views) {
    return StandstillExplanation.of(new Threads(occasion, List.of(views)));
  }
}
