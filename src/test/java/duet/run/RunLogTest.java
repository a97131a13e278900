package duet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.OutputChannel;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Of many lines the first and the last are kept.
class RunLogTest {
  @Test
  void fewLinesAreAllKept() {
    var log = new RunLog(20);
    for (long seq = 1; seq <= 18; seq++) {
      assertTrue(log.add(line(seq, "text")));
    }
    assertFalse(log.add(line(19, "text")), "the tail is told at the end");
    assertEquals(0, log.omitted());
    assertEquals(LongStream.rangeClosed(1, 19).boxed().toList(), seqs(log.lines()));
  }

  @Test
  void ofManyTheFirstAndTheLastAreKept() {
    var log = new RunLog(20);
    LongStream.rangeClosed(1, 1_000).forEach(seq -> log.add(line(seq, "text")));
    assertEquals(980, log.omitted());
    assertEquals(20, log.lines().size());
    assertEquals(1, log.lines().getFirst().seq());
    assertEquals(List.of(999L, 1_000L), seqs(log.end()));
  }

  @Test
  void hugeLinesFillTheLogSooner() {
    var log = new RunLog(1_000);
    String text = "x".repeat(1 << 20);
    LongStream.rangeClosed(1, 200).forEach(seq -> log.add(line(seq, text)));
    long chars = log.lines().stream().mapToLong(line -> line.text().length()).sum();
    assertTrue(chars < 40_000_000, chars + " characters");
    assertEquals(200, log.lines().size() + log.omitted());
    assertEquals(200, log.lines().getLast().seq());
  }

  private static List<Long> seqs(List<Line> lines) {
    return lines.stream().map(Line::seq).toList();
  }

  private static Line line(long seq, String text) {
    return new Line(seq, seq, "main", 1, OutputChannel.OUT, text);
  }
}
