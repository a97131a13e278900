package duet.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordWrapTest {
  @Test
  void sentencesBreakBetweenWordsOnly() {
    assertEquals(
        List.of("play it with", "--speed 20, or see", "a/very/long/path.py-of-yours", "again"),
        WordWrap.wrap("play it with --speed 20, or see a/very/long/path.py-of-yours again", 18));
    assertEquals(List.of("one line of any length"), WordWrap.wrap("one line of any length", 0));
    assertEquals(List.of(""), WordWrap.wrap("", 10));
  }

  /// Characters of two columns may stand on a line of their own, signs that end a phrase may not.
  @Test
  void chineseBreaksBetweenCharactersButNotAroundItsSigns() {
    assertEquals(List.of("一二", "三，", "四"), WordWrap.wrap("一二三，四", 5));
    assertEquals(List.of("一二", "「三」"), WordWrap.wrap("一二「三」", 6));
    assertEquals(List.of("GIL 一", "二 x"), WordWrap.wrap("GIL 一二 x", 6));
  }

  @Test
  void whatIsPrintedIsCutWhereALineWouldBeLessThanHalfFull() {
    assertEquals(
        List.of("loop0 done at: Mon Nov 23", "05:36:18 2026"),
        WordWrap.cut("loop0 done at: Mon Nov 23 05:36:18 2026", 28));
    assertEquals(List.of("abcd", "efgh"), WordWrap.cut("abcdefgh", 4));
    assertEquals(List.of("a bcdefg", "h"), WordWrap.cut("a bcdefgh", 8));
    assertEquals(List.of("  a b"), WordWrap.cut("  a b", 8));
    assertEquals(List.of("abcd", "efgh"), WordWrap.cut("abcdefgh  ", 4));
    assertEquals(List.of(""), WordWrap.cut("", 4));
  }
}
