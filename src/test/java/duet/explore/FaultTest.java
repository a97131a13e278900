package duet.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import duet.lane.protocol.PlayedSchedule.Waiting;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The sentence that says what went wrong.
class FaultTest {
  private static String sentence(PlayedSchedule played) {
    return Fault.of(played).map(Fault::sentence).orElse("");
  }

  @Test
  void anUpdateIsLost() {
    assertEquals(
        "one wrote counter with what it had read before two wrote it: the update of two is lost.",
        sentence(
            Made.steps(
                "1 read counter 0", "2 read counter 0", "2 write counter 1", "1 write counter 1")));
  }

  @Test
  void whoReadsAgainLosesNothing() {
    assertEquals(
        "",
        sentence(
            Made.steps(
                "2 read counter 0", "2 write counter 1", "1 read counter 1", "1 write counter 2")));
  }

  @Test
  void aCheckIsNoLongerTrue() {
    assertEquals(
        "one went on with the free that it had read before two changed it.",
        sentence(Made.steps("1 read free true", "2 write free false", "1 call List.add true")));
  }

  @Test
  void aDeadlockTellsItsCircleAndNotWhoOnlyWaitsForIt() {
    PlayedSchedule played =
        Made.ended(
            End.DEADLOCK,
            "",
            0,
            List.of(
                new Waiting(0, "waits for the end of one", 9),
                new Waiting(1, "waits in ReentrantLock.lock of b, held by two", 3),
                new Waiting(2, "waits in ReentrantLock.lock of a, held by one", 4)));
    assertEquals(
        "Nobody can go on: one waits in ReentrantLock.lock of b, which is held by two, and two"
            + " waits in ReentrantLock.lock of a, which is held by one.",
        sentence(played));
  }

  @Test
  void anExceptionSpeaksForItself() {
    assertEquals("boom.", sentence(Made.ended(End.EXCEPTION, "boom", 0, List.of())));
  }
}
