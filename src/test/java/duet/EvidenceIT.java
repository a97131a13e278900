package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import duet.compare.Evidence;
import duet.compare.Evidence.Life;
import duet.lane.Jit;
import duet.lane.ThreadState;
import duet.run.Hosts;
import duet.run.Lanes;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.run.Run;
import duet.run.Tempo;
import duet.scenario.Home;
import duet.scenario.Sources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
    var options =
        new PlayOptions(
            Lanes.ALL,
            Optional.of(Tempo.IN_TURN),
            1,
            Jit.AUTO,
            Duration.ofMinutes(1),
            false,
            PlayOptions.MAX_LINES,
            List.of(),
            true);
    List<Path> paths = List.of(files).stream().map(FOLDER::resolve).toList();
    try (var hosts = new Hosts(Home.find())) {
      return new Player(hosts)
          .play(Sources.scenarios(paths).getFirst(), options, new PlayListener() {});
    }
  }

  @Test
  void statesAreWhatTheThreadsDid() throws Exception {
    for (Run run : play("truth.py", "truth.java").runs()) {
      Evidence evidence = Evidence.of(run);
      double tolerance = 0.05 * run.usage().wall();
      for (Life life : evidence.workers()) {
        ThreadState does = Objects.requireNonNull(TRUTH.get(life.thread()), life.thread());
        assertEquals(0.8, life.seconds(does), tolerance, run.lane() + " " + life);
        assertEquals(0.8, life.to() - life.from(), 2 * tolerance, run.lane() + " " + life);
        assertContiguous(life);
      }
      assertEquals(run.lane().equals("python") ? 6 : 10, evidence.threads().size(), run.lane());
    }
  }

  @Test
  void pythonThreadsThatComputeWaitHalfOfTheirTime() throws Exception {
    Run run = play("two_compute.py").runs().getFirst();
    Evidence evidence = Evidence.of(run);
    assertEquals(2, evidence.workers().size());
    for (Life life : evidence.workers()) {
      assertTrue(life.to() - life.from() > 2, "long enough: " + life.from() + " to " + life.to());
      assertEquals(0.5, life.share(ThreadState.GIL), 0.1, life.thread());
    }
    assertEquals(1, run.usage().cpuPerWall().orElseThrow(), 0.1);
    assertTrue(
        evidence.workers().getFirst().states().stream()
            .anyMatch(state -> state.where().equals("work") && state.holder() != 0));
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
}
