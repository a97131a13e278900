package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import duet.compare.Sweep;
import duet.compare.ThreadActivity;
import duet.compare.ThreadActivity.Life;
import duet.lane.process.Hosts;
import duet.lane.protocol.ThreadState;
import duet.run.Lanes;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.run.Run;
import duet.run.Tempo;
import duet.scenario.folder.Home;
import duet.scenario.found.ScriptPairs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// What is told of a script's threads, against scripts of which it is known what they do.
@Isolated // it measures
class EvidenceIT {
  private static final Path FOLDER = Duet.ROOT.resolve("src/test/resources/evidence");

  /// What each thread of `truth` does nearly all of its life, which is about 0.8 seconds.
  private static final Map<String, ThreadState> TRUTH =
      Map.of(
          "sleeping", ThreadState.SLEEP,
          "holding", ThreadState.SLEEP,
          "holding too", ThreadState.SLEEP,
          "locked", ThreadState.LOCK,
          "blocked", ThreadState.LOCK,
          "waiting", ThreadState.WAIT,
          "virtual", ThreadState.SLEEP,
          "computing", ThreadState.RUNNING);

  private static Play play(String... files) throws Exception {
    var options = PlayOptions.on(Lanes.ALL).tempo(Optional.of(Tempo.IN_TURN)).build();
    List<Path> paths = List.of(files).stream().map(FOLDER::resolve).toList();
    try (var hosts = new Hosts(Home.find())) {
      return new Player(hosts)
          .play(ScriptPairs.scenarios(paths).getFirst(), options, new PlayListener() {});
    }
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
        assertEquals(length, life.seconds(does), tolerance, what(run, life));
        assertContiguous(life);
      }
      assertEquals(run.lane().equals("python") ? 6 : 10, evidence.threads().size(), run.lane());
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
        alive, evidence.seconds(ThreadState.RUNNING), 0.1 * alive, "always one of them ran");
    assertTrue(
        evidence.workers().getFirst().states().stream()
            .anyMatch(state -> state.where().equals("work") && state.holder() != 0));
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
  void statesAreInTheJsonAndCanBeLeftOut() throws Exception {
    Duet with = Duet.run("run", "lock", "--speed", 20, "--json");
    var outcomes = new HashMap<String, JsonObject>();
    boolean any = false;
    for (String line : with.out().lines().toList()) {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      String kind = json.get("kind").getAsString();
      if (kind.equals("state")) {
        any = true;
        var _ = ThreadState.of(json.get("state").getAsString());
        assertTrue(json.get("from").getAsDouble() <= json.get("to").getAsDouble(), line);
        assertFalse(outcomes.containsKey(json.get("lane").getAsString()), "before the outcome");
      } else if (kind.equals("outcome")) {
        outcomes.put(json.get("lane").getAsString(), json);
      }
    }
    assertTrue(any, with.out());
    assertTrue(Objects.requireNonNull(outcomes.get("python")).has("gil_wait"), with.out());
    assertFalse(Objects.requireNonNull(outcomes.get("java")).has("gil_wait"), with.out());
    Duet without = Duet.run("run", "lock", "--speed", 20, "--json", "--timeline", "off");
    assertFalse(without.out().contains("\"state\""), without.out());
  }

  @Test
  void theTimelineIsShownOnRequest() throws Exception {
    Duet shown =
        Duet.run("run", "thread_function", "--speed", 20, "--timeline", "ascii", "--width", 80);
    assertTrue(shown.out().matches("(?s).*\\n java +main +[#:. ]*:::.*"), shown.out());
    assertTrue(shown.out().contains("- sleeping"), shown.out());
    assertTrue(shown.out().contains("GIL wait"), shown.out());
  }

  /// A saved log shows what was shown live, and files for other viewers are what those read.
  @Test
  void aSavedLogShowsTheSameAgain(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("log.jsonl");
    Duet live =
        Duet.run("run", "lock", "--speed", 20, "--log", log, "--timeline", "on", "--width", 100);
    Path trace = folder.resolve("trace.json");
    Path page = folder.resolve("page.html");
    Duet again =
        Duet.run(
            "report", log, "--trace", trace, "--html", page, "--timeline", "on", "--width", 100);
    assertEquals(live.out(), again.out());
    assertEquals(live.status(), again.status());

    JsonObject root = JsonParser.parseString(Files.readString(trace)).getAsJsonObject();
    var phases = new HashMap<String, Integer>();
    for (var element : root.getAsJsonArray("traceEvents")) {
      JsonObject event = element.getAsJsonObject();
      phases.merge(event.get("ph").getAsString(), 1, Integer::sum);
      assertTrue(event.has("pid") && event.has("tid") && event.has("name"), event.toString());
      assertTrue(event.has("ts") || event.get("ph").getAsString().equals("M"), event.toString());
    }
    assertTrue(
        phases.getOrDefault("X", 0) > 10 && phases.getOrDefault("i", 0) > 10, phases::toString);
    assertEquals(phases.get("s"), phases.get("f"), "every arrow has two ends");

    String html = Files.readString(page);
    assertTrue(html.contains("<svg") && html.contains("<title>sleeping"), html);
    assertFalse(html.contains("http"), "it needs no network");

    Files.writeString(log, Files.readString(log) + "{\"kind\":\"play\",\"scen");
    assertEquals(again.status(), Duet.run("report", log).status(), "a torn end is left out");
    assertEquals(2, Duet.run("report", Duet.ROOT.resolve("pom.xml")).status());
    assertEquals(5, Duet.run("report", "/dev/null").status());
  }

  @Test
  void thePageIsSeenInABrowser(@TempDir Path folder) throws Exception {
    Path page = folder.resolve("page.html");
    var _ = Duet.run("run", "thread_function", "--speed", 20, "--html", page);
    Set<Integer> colours = Browser.colours(page, "", 800);
    assertTrue(colours.contains(0x9db4d0), "sleeping threads are drawn");
    assertTrue(colours.contains(0xdfe4e8), "the joining one is drawn");
  }

  @Test
  void aSweepComparesALaneWithItself(@TempDir Path folder) throws Exception {
    Duet run = Duet.run("run", "io_bound", "--sweep", "1,4", "--repeat", 1, "--speed", 4, "--json");
    assertEquals(0, run.status(), run.err());
    var speedups = new HashMap<String, Double>();
    for (String line : run.out().lines().filter(l -> l.contains("\"kind\":\"sweep\"")).toList()) {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      String key = json.get("lane").getAsString() + json.get("threads").getAsInt();
      speedups.put(key, json.get("speedup").getAsDouble());
    }
    assertEquals(4, speedups.size(), run.out());
    assertEquals(1.0, speedups.get("java1"));
    assertTrue(Objects.requireNonNull(speedups.get("java4")) > 2, run.out());
    assertTrue(Objects.requireNonNull(speedups.get("python4")) > 2, run.out());
    assertEquals(2, Duet.run("run", "condition", "--sweep", "1,2").status());
    Path log = Files.writeString(folder.resolve("sweep.jsonl"), run.out());
    assertEquals(
        5, Duet.run("report", log, "--csv").out().lines().count(), "a head and four times");
    assertTrue(Duet.run("report", log).out().contains("speed-up"));
  }

  @Test
  void repeatsAreCountedByResult(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("repeat.jsonl");
    Duet run = Duet.run("run", "lost_update", "--repeat", 2, "--lanes", "java", "--log", log);
    assertEquals(run.out(), Duet.run("report", log).out());
    assertEquals(0, run.status(), run.out());
    assertTrue(run.out().matches("(?s).*with a lock +nothing lost +2 +acceptable.*"), run.out());
    assertTrue(run.out().matches("(?s).*read, call, write +nothing lost +[012] .*"), run.out());
  }
}
