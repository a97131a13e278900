package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import duet.log.BatchLogs;
import duet.scenario.file.WholeFile;
import duet.scenario.folder.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/// Killed at any moment (SIGKILL), Duet loses nothing that it has saved, tears no file, plays
/// nothing twice, and leaves no process. `-Pthorough` kills 200 times, not only batches;
/// `-Dkills=N` and `-Dkills.seed=N` choose how often and at which moments.
class KillIT {
  private static final int KILLS = Integer.getInteger("kills", Duet.THOROUGH ? 200 : 0);

  /// How often a batch is killed where nobody asks for more.
  private static final int USUAL = 2;

  private static final long SEED = Long.getLong("kills.seed", System.nanoTime());
  private static final int SCRIPTS = 12;

  @TempDir private Path folder;
  private Killing killing;
  private String name;

  @BeforeEach
  void begin(TestInfo test) throws IOException {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc on this machine");
    name = test.getDisplayName();
    killing =
        new Killing(
            SEED,
            Files.createDirectory(folder.resolve("out")),
            Map.of("XDG_STATE_HOME", folder.resolve("state").toString()));
  }

  private void tell(int kills) {
    System.out.printf(
        "%s: %d kills, seed %d; every process was gone after at most %.2f s%n",
        name, killing.kills(), SEED, killing.longestSeconds());
    assertTrue(killing.kills() >= kills);
  }

  /// A kill ends the plays of the scenarios that have not finished; these play again.
  @Test
  void aBatchLosesAndRepeatsNothing() throws Exception {
    Path scripts = Files.createDirectory(folder.resolve("scripts"));
    Path played = folder.resolve("played");
    List<String> all = IntStream.range(10, 10 + SCRIPTS).mapToObj(i -> "s" + i).toList();
    for (String one : all) {
      Files.writeString(scripts.resolve(one + ".java"), script(one, played));
    }
    int kills = Math.max(USUAL, KILLS * 2 / 5);
    long limit = 0;
    for (int i = 0; killing.kills() < kills || i == 0; i++) {
      Path log = folder.resolve(i + ".jsonl");
      long start = System.nanoTime();
      while (true) {
        Set<String> before = finished(log);
        Files.writeString(played, "");
        Object[] batch = {"batch", scripts, "--resume", log, "--jobs", 2};
        boolean isEnough = limit == 0 || killing.kills() == kills;
        Killing.End end = isEnough ? killing.run(batch) : killing.kill(limit, log, batch);
        Set<String> after = finished(log);
        assertTrue(after.containsAll(before), () -> before + " " + after);
        assertTrue(after.containsAll(shown(end.out())), end.out() + after);
        Set<String> twice = new HashSet<>(Files.readAllLines(played));
        twice.retainAll(before);
        assertEquals(Set.of(), twice);
        if (!end.isKilled()) {
          assertEquals(0, end.status(), end.out());
          break;
        }
      }
      limit = limit == 0 ? (System.nanoTime() - start) / 1_000_000 : limit;
      BatchLogs logs = BatchLogs.of(List.of(log));
      assertEquals(Set.copyOf(all), logs.played().keySet());
      assertTrue(logs.report().isGood());
      assertEquals(
          SCRIPTS, Files.readAllLines(log).stream().filter(l -> l.contains("\"result\"")).count());
    }
    tell(kills);
  }

  private static String script(String one, Path played) {
    return """
    import java.nio.file.*;

    void main() throws Exception {
      Files.writeString(Path.of("%s"), "%s\\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      Thread.sleep(50);
      IO.println("%s");
    }
    """
        .formatted(played, one, one);
  }

  private static Set<String> finished(Path log) throws Exception {
    return Files.exists(log) ? BatchLogs.of(List.of(log)).played().keySet() : Set.of();
  }

  private static Set<String> shown(String out) {
    return out.lines()
        .filter(line -> line.startsWith(" ✓ "))
        .map(line -> line.strip().split("\\s+")[1])
        .collect(Collectors.toSet());
  }

  /// The table has the old marks or all new ones.
  @Test
  void marksAreWhole() throws Exception {
    assumeTrue(KILLS > 0);
    String deposit = "04-synchronization/exercises/solutions/deposit.java";
    for (String learner : List.of("ana", "bo", "cy")) {
      Path own = Files.createDirectories(folder.resolve("class").resolve(learner));
      Files.copy(Home.find().scripts().resolve(deposit), own.resolve("deposit.java"));
    }
    Path marks = Files.writeString(folder.resolve("marks.csv"), "old marks\n");
    int kills = KILLS * 3 / 10;
    long limit = 0;
    for (int i = 0; killing.kills() < kills || i == 0; i++) {
      Path log = folder.resolve(i + ".jsonl");
      Object[] grade = {
        "batch", folder.resolve("class"), "--grade", marks, "--lanes", "java", "--resume", log
      };
      long start = System.nanoTime();
      Killing.End end;
      do {
        boolean isEnough = limit == 0 || killing.kills() == kills;
        end = isEnough ? killing.run(grade) : killing.kill(limit, marks, grade);
        String text = Files.readString(marks);
        assertTrue(text.equals("old marks\n") || isWhole(text), text);
      } while (end.isKilled());
      assertEquals(0, end.status(), end.out());
      assertTrue(isWhole(Files.readString(marks)));
      limit = limit == 0 ? (System.nanoTime() - start) / 1_000_000 : limit;
      WholeFile.write(marks, "old marks\n");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".new")).toList());
    }
    tell(kills);
  }

  private static boolean isWhole(String csv) {
    return csv.endsWith("\n")
        && csv.lines().count() == 1 + 3 * 12
        && csv.lines().filter(line -> line.contains("deposit,yes,missing,solved")).count() == 3;
  }

  /// What was noted stays noted, and the learner's scripts are whole.
  @Test
  void aLearnerLosesNothing() throws Exception {
    assumeTrue(KILLS > 0);
    Path state = folder.resolve("state/duet");
    Path progress = state.resolve("progress.jsonl");
    Path own = state.resolve("copies/04-synchronization/exercises/deposit/deposit.java");
    Path solution =
        Home.find().scripts().resolve("04-synchronization/exercises/solutions/deposit.java");
    String task = "deposit";
    assertEquals(0, killing.run("learn", task, "--hint").status());
    long start = System.nanoTime();
    assertEquals(0, killing.run("learn", task).status());
    long limit = (System.nanoTime() - start) / 500_000; // in ms; a check takes longer
    Files.copy(solution, own, StandardCopyOption.REPLACE_EXISTING);
    List<List<String>> commands =
        List.of(
            List.of("learn", task, "--hint"),
            List.of("learn", "two_forks"),
            List.of("learn", "two_forks", "--reset"),
            List.of("learn", task, "--check", "--lanes", "java"));
    int kills = KILLS - KILLS * 2 / 5 - KILLS * 3 / 10;
    while (killing.kills() < kills) {
      String before = complete(Files.readString(progress));
      List<String> command = commands.get(killing.random().nextInt(commands.size()));
      Killing.End end = killing.kill(limit, progress, command.toArray());
      String after = Files.readString(progress);
      assertTrue(after.startsWith(before), () -> before + " became " + after);
      if (end.out().contains("✓")) {
        assertTrue(after.contains("\"solved\""), end.out() + after);
      }
      assertEquals(-1, Files.mismatch(solution, own));
      copiesAreWhole(state.resolve("copies/04-synchronization"));
    }
    Killing.End last = killing.run("learn", task, "--check", "--lanes", "java");
    assertEquals(0, last.status(), last.out());
    assertTrue(Files.readString(progress).contains("\"solved\""));
    tell(kills);
  }

  /// The text without an incomplete last line.
  private static String complete(String text) {
    return text.substring(0, text.lastIndexOf('\n') + 1);
  }

  private static void copiesAreWhole(Path copies) throws IOException {
    Path exercises = Home.find().scripts().resolve("04-synchronization/exercises");
    try (Stream<Path> files = Files.walk(copies)) {
      for (Path copy : files.filter(f -> f.getFileName().toString().startsWith("two_f")).toList()) {
        if (Files.isRegularFile(copy)) {
          Path original = exercises.resolve(copy.getFileName());
          assertEquals(-1, Files.mismatch(original, copy), copy::toString);
        }
      }
    }
  }
}
