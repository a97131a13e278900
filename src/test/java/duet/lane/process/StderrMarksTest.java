package duet.lane.process;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StderrMarksTest {
  private final StderrMarks marks = new StderrMarks();

  @Test
  void anEndWaitsForItsMark() throws Exception {
    marks.begin();
    marks.read();
    assertTrue(marks.awaitNext(0));
    assertFalse(marks.awaitNext(1));
  }

  @Test
  void aLateMarkIsNotThatOfTheNextEnd() throws Exception {
    marks.begin();
    assertFalse(marks.awaitNext(0));
    marks.begin();
    marks.read(); // of the first play
    assertFalse(marks.awaitNext(0), "what the second script wrote has not been read yet");
    marks.read();
    marks.begin();
    marks.read();
    assertTrue(marks.awaitNext(0));
  }

  @Test
  void aForgedMarkCountsForItsOwnPlayOnly() throws Exception {
    marks.begin();
    marks.read();
    marks.read();
    assertTrue(marks.awaitNext(0));
    marks.begin();
    assertFalse(marks.awaitNext(0));
  }

  @Test
  void aMarkEndsTheWait() throws Exception {
    Thread reader = Thread.ofVirtual().start(marks::read);
    assertTrue(marks.awaitNext(60_000));
    reader.join();
  }
}
