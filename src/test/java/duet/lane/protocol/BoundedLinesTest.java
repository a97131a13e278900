package duet.lane.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Lines come whole, and those that are too long not at all.
class BoundedLinesTest {
  @Test
  void linesAreCutAtTheirEnds() throws IOException {
    assertEquals(List.of("one", "", "zwei \u00e4", "last"), read("one\n\nzwei \u00e4\nlast", 100));
    assertEquals(List.of("one"), read("one\n", 100));
    assertEquals(List.of(), read("", 100));
  }

  @Test
  void tooLongLinesAreLeftOut() throws IOException {
    String huge = "x".repeat(1_000_000);
    assertEquals(List.of("a", "b"), read("a\n" + huge + "\nb\n", 1_000));
    assertEquals(List.of("a"), read("a\n" + huge, 1_000));
    assertEquals(List.of("x".repeat(70_000), "b"), read("x".repeat(70_000) + "\nb", 70_000));
  }

  @Test
  void aLineWithoutEndTakesNoMemory() throws IOException {
    var endless =
        new InputStream() {
          private long left = 3_000_000_000L;

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            int count = (int) Math.min(length, left);
            left -= count;
            return count == 0 ? -1 : count;
          }
        };
    assertEquals(List.of(), all(new BoundedLines(endless, 1_000)));
  }

  @Test
  void aCuttingReaderEndsALineWhereItBecomesTooLong() throws IOException {
    assertEquals(
        List.of("a", "bbb", "b", "ccc", ""), all(BoundedLines.cutting(in("a\nbbbb\nccc\n\n"), 3)));
    String huge = "x".repeat(100_000);
    assertEquals(List.of(huge, "x"), all(BoundedLines.cutting(in(huge + "x\n"), 100_000)));
  }

  private static List<String> read(String text, int longest) throws IOException {
    return all(new BoundedLines(in(text), longest));
  }

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> all(BoundedLines lines) throws IOException {
    var all = new ArrayList<String>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      all.add(line);
    }
    return all;
  }
}
