package duet.course.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.scenario.LaneExpectations;
import duet.scenario.declared.ExpectationsReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SnippetTest {
  private static Map<String, ?> expected(String... output) {
    return new Snippet(3, "py", "", Optional.of(List.of(output))).expected();
  }

  @Test
  void linesAreExpectedInTheirOrder() throws Exception {
    assertEquals(List.of("a", "b"), expected("a", "b").get("prints"));
    LaneExpectations ordered =
        ExpectationsReader.read(
                Path.of("lesson.md"), expected("done (1)", "at 10:11:12 b"), List.of())
            .all();
    List<Pattern> chain = ordered.order().getFirst();
    assertTrue(chain.get(0).matcher("done (1)").find());
    assertFalse(chain.get(0).matcher("undone (1)").find());
    assertTrue(chain.get(1).matcher("at 20:21:22 b").find(), "times differ");
  }

  @Test
  void whereTwoAreTheSameThereIsNoOrderToExpect() {
    assertEquals(Map.of("prints", List.of("a", "a", "b")), expected("a", "a", "b"));
    assertEquals(Map.of("prints", List.of("a")), expected("a"));
    assertEquals(Map.of(), new Snippet(3, "py", "", Optional.empty()).expected());
  }
}
