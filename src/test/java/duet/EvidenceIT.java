package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import duet.compare.Sweep;
import duet.compare.ThreadActivity;
import duet.compare.ThreadActivity.Life;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.protocol.ThreadState;
import duet.program.TestContext;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.run.Run;
import duet.run.Tempo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is told of a script's threads, against scripts of which it is known what they do.
@Measuring
class EvidenceIT {
  private static final Path FOLDER = Duet.ROOT.resolve("src/test/resources/evidence");

  /// What each thread of `truth` does nearly all of its life, which is about 0.8 seconds.
  private static final Map<String, ThreadState> TRUTH =
      Map.of(
          "sleeping", ThreadState.SLEEP,
          "reading", ThreadState.IO,
          "holding", ThreadState.SLEEP,
          "holding too", ThreadState.SLEEP,
          "locked", ThreadState.LOCK,
          "blocked", ThreadState.LOCK,
          "waiting", ThreadState.WAIT,
          "virtual", ThreadState.SLEEP,
          "computing", ThreadState.RUNNING);

  private static Play play(String... files) throws Exception {
    PlayOptions inTurn = Plays.options().toBuilder().tempo(Optional.of(Tempo.IN_TURN)).build();
    List<Path> paths = List.of(files).stream().map(FOLDER::resolve).toList();
    return new Player(TestContext.hosts())
        .play(
            BuiltInLanes.lanes().scripts().scenarios(paths).getFirst(),
            inTurn,
            new PlayListener() {});
  }

  @Test
  void statesAreWhatTheThreadsDid() throws Exception {
    for (Run run : play("truth.py", "truth.java").runs()) {
      ThreadActivity evidence = ThreadActivity.of(run);
      double tolerance = 0.05 * run.usage().wall();
      for (Life life : evidence.workers()) {
        ThreadState does = Objects.requireNonNull(TRUTH.get(life.thread()), life.thread());
        double length = life.to() - life.from();
        // Who computes for so long may have to wait for a core as well.
        assertEquals(
            does == ThreadState.RUNNING ? length : 0.8, length, 2 * tolerance, what(run, life));
        double seen = life.seconds(does) + life.seconds(ThreadState.READY);
        assertEquals(length, seen, tolerance, what(run, life));
        assertContiguous(life);
      }
      assertEquals(run.lane().equals("python") ? 7 : 10, evidence.threads().size(), run.lane());
    }
  }

  @Test
  void pythonThreadsThatComputeWaitHalfOfTheirTime() throws Exception {
    Run run = play("two_compute.py").runs().getFirst();
    ThreadActivity evidence = ThreadActivity.of(run);
    assertEquals(2, evidence.workers().size());
    for (Life life : evidence.workers()) {
      assertTrue(life.to() - life.from() > 2, "long enough: " + life.from() + " to " + life.to());
      assertEquals(0.5, life.share(ThreadState.GIL), 0.1, life.thread());
    }
    assertTrue(run.usage().cpuPerWall().orElseThrow() < 1.1, "one core at most");
    double alive = Sweep.seconds(run);
    assertEquals(
        alive,
        evidence.seconds(ThreadState.RUNNING) + evidence.seconds(ThreadState.READY),
        0.1 * alive,
        "always one of them ran, or would have with a core");
    assertTrue(
        evidence.workers().getFirst().states().stream()
            .anyMatch(state -> state.where().equals("work") && state.holder() != 0));
  }

  @Test
  void aThreadThatLivedIsKnownHoweverShort() throws Exception {
    Run run = play("short_threads.java").runs().getFirst();
    ThreadActivity evidence = ThreadActivity.of(run);
    List<String> names = evidence.threads().stream().map(Life::thread).toList();
    assertEquals(
        List.of("main", "short 0", "short 1", "short 2", "short 3", "short 4"),
        names.subList(0, 6));
    assertTrue(names.getLast().matches("thread-\\d+"), names.toString());
    assertEquals(7, names.size(), names.toString());
    assertEquals("Thread[#,main,5,main]", run.lines().getFirst().text(), "as under plain java");
    Life main = evidence.threads().getFirst();
    double slept = main.seconds(ThreadState.SLEEP) + main.seconds(ThreadState.READY);
    assertTrue(slept >= 0.12, "six sleeps of 20 ms: " + main);
    assertContiguous(main);
  }

  private static String what(Run run, Life life) {
    return run.lane() + " " + life;
  }

  private static void assertContiguous(Life life) {
    for (int i = 1; i < life.states().size(); i++) {
      assertEquals(life.states().get(i - 1).to(), life.states().get(i).from(), life.thread());
    }
  }

  @Test
  void aSweepComparesALaneWithItself(@TempDir Path folder) throws Exception {
    Duet run =
        Duet.run(
            "run",
            "io_bound",
            "--sweep",
            "1,4",
            "--repeat",
            1,
            "--speed",
            4,
            "--json",
            "--lanes",
            "java");
    assertEquals(0, run.status(), run.err());
    var speedups = new HashMap<String, Double>();
    for (String line : run.out().lines().filter(l -> l.contains("\"kind\":\"sweep\"")).toList()) {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      String key = json.get("lane").getAsString() + json.get("threads").getAsInt();
      speedups.put(key, json.get("speedup").getAsDouble());
    }
    assertEquals(2, speedups.size(), run.out());
    assertEquals(1.0, speedups.get("java1"));
    assertTrue(Objects.requireNonNull(speedups.get("java4")) > 2, run.out());
    assertEquals(2, Duet.run("run", "condition", "--sweep", "1,2").status());
    Path log = Files.writeString(folder.resolve("sweep.jsonl"), run.out());
    assertEquals(3, Duet.run("report", log, "--csv").out().lines().count(), "a head and two times");
    assertTrue(Duet.run("report", log).out().contains("speed-up"));
  }
}
