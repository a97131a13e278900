package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import duet.lane.protocol.ThreadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A play as a screen, as JSON, as a page and as a saved log: the same facts.
class PlayReportsIT {
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
    assertTrue(shown.out().matches("(?s).*\\n java +main +[#=:. ~?]*:::.*"), shown.out());
    assertTrue(shown.out().contains("- sleeping"), shown.out());
    assertTrue(shown.out().contains("GIL wait"), shown.out());
  }

  /// A saved log shows what was shown live, and files for other viewers are what those read.
  @Test
  void aSavedLogShowsTheSameAgain(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("log.jsonl");
    Duet live =
        Duet.run("run", "lock", "--speed", 20, "--log", log, "--timeline", "on", "--width", 80);
    Path trace = folder.resolve("trace.json");
    Path page = folder.resolve("page.html");
    Duet again =
        Duet.run(
            "report", log, "--trace", trace, "--html", page, "--timeline", "on", "--width", 80);
    assertEquals(
        live.out().lines().sorted().toList(),
        again.out().lines().sorted().toList(),
        "what comes late on a busy machine is shown late, and stands in its place in the report");
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
    assertTrue(Files.readString(trace).contains("\"cat\":\"gil\""), "who has the GIL");

    String html = Files.readString(page);
    assertTrue(html.contains("<svg") && html.contains("<title>sleeping"), html);
    assertTrue(html.contains(" has the GIL, "), html);
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
  void repeatsAreCountedByResult(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("repeat.jsonl");
    Duet run = Duet.run("run", "lost_update", "--repeat", 2, "--lanes", "java", "--log", log);
    assertEquals(run.out(), Duet.run("report", log).out());
    assertEquals(0, run.status(), run.out());
    assertTrue(run.out().matches("(?s).*with a lock +nothing lost +2 +acceptable.*"), run.out());
    assertTrue(run.out().matches("(?s).*read, call, write +nothing lost +[012] .*"), run.out());
  }
}
