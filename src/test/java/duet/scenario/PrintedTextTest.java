package duet.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrintedTextTest {
  @Test
  void linesEndWhereTheScriptEndsThem() {
    assertEquals(List.of("a", "", "b"), PrintedText.lines("a\n\nb"));
    assertEquals(List.of("", "a ", ""), PrintedText.lines("\na \n\n"));
    assertEquals(List.of(), PrintedText.lines(""));
  }

  @Test
  void aCarriageReturnOverwritesTheLine() {
    assertEquals(List.of("100 %"), PrintedText.lines("10 %\r50 %\r100 %"));
    assertEquals(List.of("line", "x"), PrintedText.lines("line\r\nx\r"));
    assertEquals(List.of("abcd"), PrintedText.lines("xxcd\rab\n"));
    assertEquals(List.of("next"), PrintedText.lines("gone\r    \nnext\n"));
    assertEquals(List.of("👍b"), PrintedText.lines("ab\r👍"));
  }
}
