package duet.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import duet.compare.CellLines.CellLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellLinesTest {
  private static List<String> keys(String... lines) {
    return CellLines.of(List.of(lines), new LineMask(List.of())).stream()
        .map(CellLine::key)
        .toList();
  }

  @Test
  void aValueOnSeveralLinesEqualsOneLine() {
    assertEquals(keys("[1, [2, 3]]"), keys("[1,", " [2,", "  3]]"));
    assertEquals(
        keys("before", "defaultdict(int, {'a(': 1})", "after"),
        keys("before", "defaultdict(int,", "            {'a(': 1})", "after"));
  }

  @Test
  void linesThatAreNoValueStayAsTheyAre() {
    assertEquals(List.of("[1,", "2]"), keys("[1,", "2]"));
    assertEquals(List.of("[begun", " and more"), keys("[begun", " and more"));
    assertEquals(List.of(":-(", " ok"), keys(":-(", " ok"));
    assertEquals(List.of("it's (so)", "don't {"), keys("it's (so)", "don't {"));
  }

  @Test
  void elementsOfSetsAndDictsHaveNoOrder() {
    assertEquals(keys("{'b', 'a'}"), keys("{'a', 'b'}"));
    assertEquals(keys("x: {1: {3, 2}, 0: [2, 1]} !"), keys("x: {0: [2, 1], 1: {2, 3}} !"));
    assertEquals(keys("{'a, b', 'c'}"), keys("{'c', 'a, b'}"));
    assertNotEquals(keys("[2, 1]"), keys("[1, 2]"));
    assertNotEquals(keys("{'ab, c'}"), keys("{'c, ab'}"));
  }

  @Test
  void bracketsThatDoNotMatchAreTextLikeOther() {
    for (String line : List.of("{", "}", "}{", "({)}", "{'", "a } b { c", "{".repeat(5_000))) {
      assertEquals(List.of(line), keys(line));
    }
    String deep = "{".repeat(5_000) + "}".repeat(5_000);
    assertEquals(List.of(deep), keys(deep));
  }

  @Test
  void measuredTimesAreMasked() {
    assertEquals(keys("Wall time: 3 ms"), keys("Wall time: 4.2 s"));
    assertEquals(
        keys("CPU times: total: 1 ms"), keys("CPU times: user 1 µs, sys: 0 ns, total: 1 µs"));
    assertEquals(
        keys("1 ns ± 0.1 ns per loop (mean ± std. dev. of 7 runs, 10 loops each)"),
        keys("20 ms ± 3 ms per loop (mean ± std. dev. of 7 runs, 10 loops each)"));
  }

  @Test
  void theFirstLineOfAValueIsQuoted() {
    CellLine value = CellLines.of(List.of("[1,", " 2]"), new LineMask(List.of())).getFirst();
    assertEquals("[1,", value.text());
  }
}
