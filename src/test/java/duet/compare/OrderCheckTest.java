package duet.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.protocol.ThreadState;
import duet.run.Play;
import duet.scenario.Expectations;
import duet.scenario.InputFault;
import duet.scenario.declared.ExpectationsReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Threads one and two print 'a' and 'b', and 'a' is expected first. Times are milliseconds.
class OrderCheckTest {
  private static final long ONE = 1;
  private static final long TWO = 2;

  private final MadeUpRun run = new MadeUpRun("python");

  private void prints(long tid, long at, String text) {
    run.prints(tid, at, text);
  }

  private void was(long tid, ThreadState state, long from, long to) {
    run.was(tid, state, from, to);
  }

  private Play play() throws InputFault {
    Expectations expected =
        ExpectationsReader.read(
            Path.of("s.duet.yaml"), Map.of("order", List.of(List.of("a", "b"))), List.of("python"));
    return MadeUpRun.play(expected, run);
  }

  /// How the expectation stands, in a word.
  private String standing() throws InputFault {
    return ScenarioResult.of(play(), 1).standing().word();
  }

  private void twoWasFirst() {
    prints(TWO, 300, "b");
    prints(ONE, 500, "a");
  }

  @Test
  void aThreadThatWaitedForACoreMayBeLateForThatReason() throws Exception {
    twoWasFirst();
    was(ONE, ThreadState.SLEEP, 0, 250);
    was(ONE, ThreadState.READY, 250, 500);
    was(TWO, ThreadState.SLEEP, 0, 300);
    assertEquals("undecided", standing());
    assertEquals(
        List.of(
            "python: not decided: expected 'a' before 'b'; it printed 'b' at 0.300 s and 'a' at"
                + " 0.500 s, but waits for a core may have delayed that by up to 0.250 s"),
        Judgement.of(play()).undecided().stream().map(UndecidedExpectation::sentence).toList());
  }

  @Test
  void withoutLoadItIsWrong() throws Exception {
    twoWasFirst();
    was(ONE, ThreadState.SLEEP, 0, 500);
    was(TWO, ThreadState.SLEEP, 0, 300);
    assertEquals("failed", standing());
  }

  @Test
  void aShorterWaitExplainsNothing() throws Exception {
    twoWasFirst();
    was(ONE, ThreadState.SLEEP, 0, 350);
    was(ONE, ThreadState.READY, 350, 500);
    assertEquals("failed", standing());
  }

  @Test
  void aThreadPrintsItsOwnLinesInItsOwnOrder() throws Exception {
    prints(ONE, 300, "b");
    prints(ONE, 500, "a");
    was(ONE, ThreadState.READY, 0, 500);
    assertEquals("failed", standing());
  }

  /// However long the others may have been held up.
  @Test
  void oneLineOfTheSameThreadIsEnough() throws Exception {
    prints(TWO, 300, "b");
    prints(ONE, 310, "b");
    prints(ONE, 320, "a");
    was(ONE, ThreadState.READY, 0, 310);
    assertEquals("failed", standing());
  }

  /// The first one waited for the others, perhaps until they had done something for it.
  @Test
  void othersMayHaveHeldItUp() throws Exception {
    twoWasFirst();
    was(ONE, ThreadState.WAIT, 0, 500);
    was(3, ThreadState.READY, 100, 400);
    was(4, ThreadState.READY, 200, 350);
    assertEquals("undecided", standing());
  }

  /// Who sleeps or runs is not held up by others that wait for a core.
  @Test
  void othersDoNotDelayASleepOrAComputation() throws Exception {
    twoWasFirst();
    was(ONE, ThreadState.RUNNING, 0, 200);
    was(ONE, ThreadState.SLEEP, 200, 500);
    was(3, ThreadState.READY, 0, 450);
    assertEquals("failed", standing());
  }

  @Test
  void whatCameLaterDelayedNothing() throws Exception {
    twoWasFirst();
    was(ONE, ThreadState.WAIT, 0, 500);
    was(3, ThreadState.READY, 500, 1_000);
    assertEquals("failed", standing());
  }

  /// It may have been at any time, and a thread of the JVM holds up all.
  @Test
  void waitsOfWhichNobodyKnowsWhenMayHaveDelayedIt() throws Exception {
    twoWasFirst();
    was(ONE, ThreadState.SLEEP, 0, 500);
    run.jvmWaited(250);
    assertEquals("undecided", standing());
  }

  @Test
  void whereThreadsHardlyWaitedTheMachineExplainsNothing() throws Exception {
    prints(TWO, 300, "b");
    prints(ONE, 301, "a");
    was(ONE, ThreadState.READY, 200, 290);
    assertEquals("failed", standing());
  }

  /// A script that looks whether another thread is done yet may go on in another way.
  @Test
  void aMissingLineIsOpenWhereThreadsMayHaveComeInAnotherOrder() throws Exception {
    prints(ONE, 300, "not yet");
    prints(TWO, 310, "b");
    was(TWO, ThreadState.READY, 150, 310);
    assertEquals("undecided", standing());
  }

  @Test
  void aMissingLineOfAThreadThatNobodyHeldUpIsWrong() throws Exception {
    prints(ONE, 100, "not yet");
    prints(TWO, 310, "b");
    was(TWO, ThreadState.READY, 150, 310);
    assertEquals("failed", standing());
  }

  @Test
  void aMissingLineOfTheOnlyThreadIsWrong() throws Exception {
    prints(TWO, 300, "not yet");
    prints(TWO, 310, "b");
    was(TWO, ThreadState.READY, 150, 310);
    assertEquals("failed", standing());
  }
}
