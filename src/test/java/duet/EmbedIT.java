package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.embed.DuetExtension;
import duet.embed.PlayOf;
import duet.embed.Played;
import duet.embed.Playground;
import duet.lane.protocol.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Plays from a program of one's own, and in tests of one's own.
@ExtendWith(DuetExtension.class)
class EmbedIT {
  @TempDir Path folder;

  @Test
  void aTestAssertsOnALog(@PlayOf(value = "start_then_join", speed = 5) Played played) {
    played.assertAsExpected();
    List<String> lines = played.lines("python");
    assertTrue(lines.getFirst().startsWith("starting at"), lines::toString);
    assertEquals("all DONE", lines.getLast().substring(0, 8));
    assertEquals(10, played.comparison().orElseThrow().same());
    assertTrue(played.cores("java").orElse(1) < 0.5);
    assertTrue(played.gilWait("java").isEmpty());
  }

  @Test
  void scriptsOfOnesOwnPlayAndWhatIsWrongIsSaid() throws Exception {
    Path python = Files.writeString(folder.resolve("two.py"), "print('one')\nprint('two')\n");
    Path java = Files.writeString(folder.resolve("Two.java"), "void main() { while (true); }");
    Files.writeString(folder.resolve("two.duet.yaml"), "expect: {includes: [three]}");
    try (Playground playground = Playground.open(Duet.ROOT)) {
      Played played = playground.within(Duration.ofSeconds(2)).play(python, java);
      assertEquals(List.of("one", "two"), played.lines("python"));
      assertEquals(Outcome.TIMED_OUT, played.outcome("java"));
      String why = assertThrows(AssertionError.class, played::assertAsExpected).toString();
      assertTrue(why.contains("python: expected the line 'three'"), why);
      assertTrue(why.contains("java: expected to complete; it timed out"), why);
      assertThrows(IllegalArgumentException.class, () -> played.run("kotlin"));
      String unknown =
          assertThrows(IllegalArgumentException.class, () -> playground.play("lok")).toString();
      assertTrue(unknown.contains("Did you mean lock or rlock?"), unknown);
      assertThrows(IllegalArgumentException.class, () -> playground.play("01-threads"));
      Path arguments = Files.writeString(folder.resolve("a.py"), "import sys\nprint(sys.argv[1:])");
      Played one = playground.onLanes("python").withArguments("x", "y").play(arguments);
      assertEquals(List.of("['x', 'y']"), one.lines("python"));
      assertThrows(
          IllegalArgumentException.class, () -> playground.onLanes("java").play(arguments));
    }
  }
}
