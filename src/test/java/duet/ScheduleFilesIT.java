package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Schedules on a page, and as a diagram.
class ScheduleFilesIT {
  private static final String RACE =
      """
      int tickets = 0;

      void add() {
          int seen = tickets;
          tickets = seen + 1; // <b>&amp;
      }

      void main() throws InterruptedException {
          var threads = List.of(new Thread(this::add), new Thread(this::add));
          threads.forEach(Thread::start);
          for (Thread thread : threads) {
              thread.join();
          }
          IO.println("tickets " + tickets);
      }
      """;

  /// The colours of the step that is shown, and of the one that the fault is about.
  private static final Set<Integer> MARKS = Set.of(0xfff3bf, 0xffe3e3);

  @TempDir private Path folder;

  @Test
  void aPageLetsItsReaderGoThroughAScheduleAndADiagramDrawsIt() throws Exception {
    Path script = Files.writeString(folder.resolve("Race.java"), RACE);
    Path page = folder.resolve("page.html");
    Path diagram = folder.resolve("race.mmd");
    Duet run = Duet.run("explore", script, "--schedules", 60, "--html", page, "--mermaid", diagram);
    assertEquals(0, run.status(), run::toString);
    String html = Files.readString(page);
    assertTrue(html.contains("java: tickets 1"), html);
    assertTrue(html.contains("the update of Thread-"), html);
    assertTrue(html.contains("// &lt;b&gt;&amp;amp;"), "the source is escaped");
    assertFalse(html.contains("http"), "it needs no network");
    List<String> lines = Files.readAllLines(diagram);
    assertEquals("sequenceDiagram", lines.getFirst());
    assertTrue(lines.getLast().contains("is lost."), lines::toString);
    Set<Integer> colours = Browser.colours(page, "#2", 1400);
    assertTrue(colours.containsAll(MARKS), colours::toString);
  }

  @Test
  void nothingToDrawIsSaid() throws Exception {
    Path script = Files.writeString(folder.resolve("Race.java"), RACE);
    Path diagram = folder.resolve("race.mmd");
    Duet run = Duet.run("explore", script, "--schedules", 1, "--mermaid", diagram);
    assertEquals(0, run.status(), run::toString);
    assertTrue(run.err().contains("no schedule needs an explanation"), run::err);
    assertFalse(Files.exists(diagram));
  }
}
