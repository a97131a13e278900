package duet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.log.FileClaim;
import duet.log.LogFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `duet batch` and `duet report` refuse before anything is played or written.
class BatchCommandTest {
  @TempDir private Path folder;

  @BeforeEach
  void script() throws Exception {
    Files.writeString(folder.resolve("a.py"), "print('nobody plays this')");
  }

  @Test
  void whatIsAskedForMustBeThere() throws Exception {
    assertRefused(5, "nothing to play", "batch", folder, "--include", "nothing_like_it");
    assertRefused(2, "no folder", "batch", folder.resolve("missing"));
    assertRefused(2, "is not a shard", "batch", folder, "--shard", "4/3");
    assertRefused(2, "is not a pattern", "batch", folder, "--include", "[");
  }

  /// The scenario is refused, and the others play.
  @Test
  void aDeclarationThatIsNotUnderstoodIsItsScenariosResult() throws Exception {
    Files.writeString(folder.resolve("a.duet.yaml"), "expect: {outcom: failed}");
    CommandRun run = CommandRun.of("batch", folder);
    assertEquals(1, run.status(), run::toString);
    assertTrue(run.out().contains("python: expected to complete; it was rejected: "), run.out());
    assertTrue(run.out().contains("did you mean outcome? Fix the file"), run.out());
    assertTrue(run.out().contains("1 scenario: 0 passed, 1 failed"), run.out());
  }

  /// Not after an hour of playing.
  @Test
  void reportsMustBePossible() {
    Path page = folder.resolve("no/such/folder/page.html");
    assertRefused(2, "cannot write to " + page, "batch", folder, "--html", page);
    assertRefused(2, "cannot write to " + folder, "batch", folder, "--junit", folder);
  }

  /// Two graders of one class do not write into each other's tables and logs.
  @Test
  void whatAnotherDuetWritesIsRefused() throws Exception {
    Path grades = folder.resolve("grades.csv");
    Path log = folder.resolve("log.jsonl");
    Path page = folder.resolve("page.html");
    try (FileClaim other = FileClaim.of(page);
        LogFile batch = LogFile.open(log)) {
      assertRefused(2, "is being written by another duet", "batch", folder, "--html", page);
      assertRefused(2, "is being written by another duet", "batch", folder, "--log", log);
      assertTrue(batch.failure().isEmpty());
      other.deleteUnused();
    }
    assertFalse(Files.exists(page));
    Path of = folder.resolve("class");
    Path hers = Files.createDirectories(of.resolve("ana"));
    Files.writeString(hers.resolve("deposit.py"), " ");
    try (FileClaim other = FileClaim.of(grades)) {
      assertRefused(2, "is being written by another duet", "batch", of, "--grade", grades);
      other.deleteUnused();
    }
    CommandRun again = CommandRun.of("batch", of, "--grade", grades);
    assertEquals(1, again.status(), again::toString);
    assertTrue(Files.readString(grades).contains("deposit.py: the file is empty"));
  }

  @Test
  void whatIsNoLogIsNotGoneOnWith() throws Exception {
    Path thesis = Files.writeString(folder.resolve("thesis.txt"), "without a copy");
    assertRefused(2, "is not the log of a batch", "batch", folder, "--resume", thesis);
    assertEquals("without a copy", Files.readString(thesis));
    Path log =
        Files.writeString(
            folder.resolve("log.jsonl"),
            "{\"kind\":\"batch\",\"shard\":2,\"shards\":3,\"scenarios\":[],\"own\":[]}\n");
    assertRefused(2, "part 2/3", "batch", folder, "--shard", "1/3", "--resume", log);
  }

  @Test
  void aReportIsOfSomething() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
    Path junit = folder.resolve("junit.xml");
    assertRefused(5, "no complete play in", "report", empty, "--junit", junit);
    assertRefused(
        2, "--trace shows a single play", "report", empty, "--junit", junit, "--trace", junit);
    assertTrue(Files.notExists(junit));
  }

  private void assertRefused(int status, String problem, Object... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertEquals(status, run.status(), run::toString);
    assertTrue(run.err().contains(problem), run::toString);
  }
}
