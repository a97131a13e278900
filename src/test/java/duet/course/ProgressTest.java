package duet.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.course.Progress.Step;
import duet.course.Progress.What;
import duet.scenario.InputFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
  @TempDir Path folder;

  private static Step solved(String exercise, String lane) {
    return new Step(What.SOLVED, exercise, lane, "2026-11-24T10:00:00Z");
  }

  @Test
  void whatWasDoneIsKnownTheNextTime() throws Exception {
    Path file = folder.resolve("progress.jsonl");
    Progress.of(file).add(solved("01-a/one", "java"));
    Progress.of(file).add(solved("01-a/one", "python"));
    Progress known = Progress.of(file);
    assertEquals(Set.of("java", "python"), known.details(What.SOLVED, "01-a/one"));
    assertEquals(Set.of(), known.details(What.SOLVED, "01-a/two"));
    assertEquals(2, known.count(What.SOLVED));
  }

  /// A crash may leave half a line, and a later Duet may have written what this one does not know.
  @Test
  void tornAndForeignLinesAreLeftAlone() throws Exception {
    Path file = folder.resolve("progress.jsonl");
    Progress.of(file).add(solved("01-a/one", "java"));
    String before =
        Files.readString(file) + "{\"kind\":\"later\",\"x\":1}\n[]\n{\"kind\":\"progress\",\"wh";
    Files.writeString(file, before);
    Progress.of(file).add(solved("01-a/two", "java"));
    assertTrue(Files.readString(file).startsWith(before + "\n{"), Files.readString(file));
    assertEquals(2, Progress.of(file).count(What.SOLVED));
  }

  @Test
  void progressOfTwoMachinesIsMergedOnce() throws Exception {
    Path here = folder.resolve("here.jsonl");
    Path there = folder.resolve("there.jsonl");
    Progress.of(here).add(solved("01-a/one", "java"));
    Progress.of(there).add(solved("01-a/one", "java"));
    Progress.of(there).add(solved("01-a/two", "java"));
    assertEquals(1, Progress.of(here).merge(there));
    assertEquals(0, Progress.of(here).merge(there));
    assertEquals(2, Progress.of(here).count(What.SOLVED));
    assertThrows(InputFault.class, () -> Progress.of(here).merge(folder.resolve("none")));
  }

  @Test
  void severalAtOnceLoseNothing() throws Exception {
    Path file = folder.resolve("progress.jsonl");
    var all =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.runAsync(() -> add(file, "0" + i + "-a/one")))
            .toList();
    all.forEach(CompletableFuture::join);
    assertEquals(8, Progress.of(file).count(What.SOLVED));
  }

  private static void add(Path file, String exercise) {
    try {
      Progress.of(file).add(solved(exercise, "java"));
    } catch (InputFault e) {
      throw new IllegalStateException(e);
    }
  }
}
