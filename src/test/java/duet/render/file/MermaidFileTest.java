package duet.render.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.explore.ShownSchedule;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import duet.lane.protocol.PlayedSchedule.Step;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MermaidFileTest {
  /// The part of Mermaid's grammar that diagrams use, narrower than Mermaid's own.
  private static final String TEXT = "(?:[^#;:<>\"%{}\\[\\]\\p{Cntrl}]|#\\d+;)+";

  private static final Pattern LINE =
      Pattern.compile(
          "  (?:participant [to]\\d+ as "
              + TEXT
              + "|Note over t\\d+(?:,t\\d+)?: "
              + TEXT
              + "|[to]\\d+(?:->>|-->>)[to]\\d+: "
              + TEXT
              + ")");

  private static ShownSchedule schedule(List<String> threads, List<Step> steps) {
    String choices = "0".repeat(steps.size());
    var played =
        new PlayedSchedule(
            "stay",
            End.COMPLETED,
            "",
            0,
            false,
            threads,
            choices,
            choices,
            "",
            List.of(),
            List.of(),
            steps);
    return new ShownSchedule("java", "1", Optional.empty(), "duet replay", played, List.of());
  }

  private static Step step(int thread, String op, String name, String value) {
    return new Step(thread, 1, "x.java", op, name, value, "");
  }

  @Test
  void aLostUpdateIsDrawn() {
    String text =
        MermaidFile.text(
            schedule(
                List.of("main", "a", "b"),
                List.of(
                    step(1, "read", "counter", "0"),
                    step(2, "read", "counter", "0"),
                    step(2, "write", "counter", "1"),
                    step(1, "write", "counter", "1"))));
    assertEquals(
        """
        sequenceDiagram
          participant t1 as a
          participant t2 as b
          participant o0 as counter
          o0-->>t1: reads 0
          o0-->>t2: reads 0
          t2->>o0: writes 1
          t1->>o0: writes 1
          Note over t1,t2: a wrote counter with what it had read before b wrote it#58; the update of b is lost.
        """,
        text);
  }

  @Test
  void noTextOfAScriptBreaksTheDiagram() {
    String odd = "x;\n#1 %%{init: \"<b>\"}[end]\t\u001b";
    String text =
        MermaidFile.text(
            schedule(
                List.of("main", odd),
                List.of(
                    step(1, "read", odd, odd),
                    step(1, "call", odd, odd),
                    step(1, "lock", "", ""))));
    List<String> lines = text.lines().toList();
    assertEquals("sequenceDiagram", lines.getFirst());
    assertEquals(5, lines.size(), text);
    lines.stream()
        .skip(1)
        .forEach(line -> assertTrue(LINE.matcher(line).matches(), () -> "no element: " + line));
  }
}
