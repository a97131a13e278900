package duet.course.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.course.learner.Progress.ProgressStep;
import duet.course.learner.Progress.StepKind;
import duet.scenario.InputFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
  @TempDir Path folder;

  private static ProgressStep solved(String exercise, String lane) {
    return new ProgressStep(StepKind.SOLVED, exercise, lane, "2026-11-24T10:00:00Z");
  }

  @Test
  void whatWasDoneIsKnownTheNextTime() throws Exception {
    Path file = folder.resolve("progress.jsonl");
    Progress.of(file).add(solved("01-a/one", "java"));
    Progress.of(file).add(solved("01-a/one", "python"));
    Progress known = Progress.of(file);
    assertEquals(Set.of("java", "python"), known.details(StepKind.SOLVED, "01-a/one"));
    assertEquals(Set.of(), known.details(StepKind.SOLVED, "01-a/two"));
    assertEquals(2, known.details(StepKind.SOLVED, "01-a/one").size());
  }

  /// A crash may leave half a line, and a later Duet may have written what this one does not know.
  @Test
  void tornAndForeignLinesAreLeftAlone() throws Exception {
    Path file = folder.resolve("progress.jsonl");
    Progress.of(file).add(solved("01-a/one", "java"));
    String before =
        Files.readString(file)
            + "{\"kind\":\"later\",\"x\":1}\n"
            + "[]\n"
            + "{\"kind\":[\"progress\"]}\n"
            + "{\"kind\":\"progress\",\"wh";
    Files.writeString(file, before);
    Progress.of(file).add(solved("01-a/two", "java"));
    assertTrue(Files.readString(file).startsWith(before + "\n{"), Files.readString(file));
    assertTrue(Progress.of(file).has(StepKind.SOLVED, "01-a/one"));
    assertTrue(Progress.of(file).has(StepKind.SOLVED, "01-a/two"));
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
    assertTrue(Progress.of(here).has(StepKind.SOLVED, "01-a/two"));
    assertThrows(InputFault.class, () -> Progress.of(here).merge(folder.resolve("none")));
    Path notes = Files.writeString(folder.resolve("notes.txt"), "not progress\n");
    assertThrows(InputFault.class, () -> Progress.of(here).merge(notes));
  }

  /// Several programs, and several threads of one, may write at the same moment.
  @Test
  void severalAtOnceLoseNothing() throws Exception {
    Path file = folder.resolve("progress.jsonl");
    int writers = 8;
    var together = new CyclicBarrier(writers);
    try (var pool = Executors.newFixedThreadPool(writers)) {
      var all = new ArrayList<Future<?>>();
      for (int i = 0; i < writers; i++) {
        String exercise = "0" + i + "-a/one";
        all.add(
            pool.submit(
                () -> {
                  Progress progress = Progress.of(file);
                  together.await();
                  progress.add(solved(exercise, "java"));
                  return exercise;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    for (int i = 0; i < writers; i++) {
      assertTrue(Progress.of(file).has(StepKind.SOLVED, "0" + i + "-a/one"));
    }
  }

  @Test
  void whatWasDoneIsKeptThoughSomebodyInterrupts() throws Exception {
    Path file = folder.resolve("progress.jsonl");
    Thread.currentThread().interrupt();
    Progress.of(file).add(solved("01-a/one", "java"));
    assertTrue(Thread.interrupted(), "whoever looks for it finds it");
    assertTrue(Progress.of(file).has(StepKind.SOLVED, "01-a/one"));
  }

  /// What cannot be written was not done.
  @Test
  void aStepThatWasNotWrittenCanBeTriedAgain() throws Exception {
    Path file = folder.resolve("later").resolve("progress.jsonl");
    Progress progress = Progress.of(file);
    assertThrows(InputFault.class, () -> progress.add(solved("01-a/one", "java")));
    Files.createDirectory(folder.resolve("later"));
    progress.add(solved("01-a/one", "java"));
    assertTrue(Progress.of(file).has(StepKind.SOLVED, "01-a/one"));
  }

  @Test
  void anotherCourseHasProgressOfItsOwn() throws Exception {
    Progress ours = Progress.of(folder.resolve("progress.jsonl"));
    Progress theirs = ours.in("mine@1a2b");
    theirs.add(solved("01-a/one", "java"));
    assertTrue(theirs.has(StepKind.SOLVED, "01-a/one"));
    assertFalse(ours.has(StepKind.SOLVED, "01-a/one"));
    assertFalse(ours.in("other@1a2b").has(StepKind.SOLVED, "01-a/one"));
    assertTrue(
        Progress.of(folder.resolve("progress.jsonl"))
            .in("mine@1a2b")
            .has(StepKind.SOLVED, "01-a/one"));
  }

  /// Whoever has seen the answer knows it.
  @Test
  void theFirstPredictionCounts() throws Exception {
    Progress progress = Progress.of(folder.resolve("progress.jsonl"));
    progress.add(new ProgressStep(StepKind.WRONG, "01-a/s", "How long?", "2026-11-24T10:00:00Z"));
    progress.add(new ProgressStep(StepKind.RIGHT, "01-a/s", "How long?", "2026-11-24T10:01:00Z"));
    progress.add(new ProgressStep(StepKind.RIGHT, "01-a/s", "Who?", "2026-11-24T10:02:00Z"));
    progress
        .in("x@1")
        .add(new ProgressStep(StepKind.RIGHT, "01-a/s", "Who?", "2026-11-24T10:03:00Z"));
    assertEquals(new Progress.Tally(1, 2), progress.predictions());
    assertEquals(new Progress.Tally(1, 1), progress.in("x@1").predictions());
  }
}
