package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line as its users, people and programs, meet it.
@Order(4)
class CommandLineIT {
  @TempDir private Path folder;

  @Test
  void pipedOutputIsPlain() throws Exception {
    Duet run = Duet.start("run", "condition", "--speed", "20");
    assertEquals(0, run.status(), run.err());
    assertFalse(run.out().contains("\u001b"), run.out());
    assertFalse(run.out().contains("\r"), run.out());
    assertTrue(run.out().contains("same lines 3 of 3"), run.out());
    assertTrue(
        run.out().matches("(?s).*java +\\d+\\.\\d{3} c1 +c1: Resource is available.*"), run.out());
  }

  @Test
  void pythonIsInterpretedWhereThatIsAskedFor() throws Exception {
    Duet run = Duet.run("run", "condition", "--speed", "10", "--lanes", "python", "--jit", "off");
    assertEquals(0, run.status(), run.out());
    assertTrue(run.out().contains("· interpreted"), run.out());
  }

  @Test
  void colourIsAsAskedFor() throws Exception {
    assertTrue(Duet.run("list", "--color", "always").out().contains("\u001b["));
    var forced = Map.of("CLICOLOR_FORCE", "1");
    assertTrue(Duet.start(Duet.ROOT, forced, Duet.LAUNCHER, "list").out().contains("\u001b["));
    var both = Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1");
    assertFalse(Duet.start(Duet.ROOT, both, Duet.LAUNCHER, "list").out().contains("\u001b["));
  }

  @Test
  void jsonIsOneObjectALineAsInTheContract() throws Exception {
    Path log = folder.resolve("log.jsonl");
    Duet run = Duet.run("run", "condition", "--speed", "10", "--json", "--log", log);
    List<JsonObject> objects =
        run.out().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    assertEquals(
        Set.of("play", "hello", "line", "state", "outcome", "comparison"),
        objects.stream().map(o -> o.get("kind").getAsString()).collect(Collectors.toSet()));
    assertEquals(
        Set.of("kind", "scenario", "lane", "seq", "t", "thread", "tid", "stream", "text"),
        ofKind("line", objects).getFirst().keySet());
    assertTrue(
        ofKind("state", objects)
            .getFirst()
            .keySet()
            .containsAll(
                Set.of(
                    "kind", "scenario", "lane", "tid", "thread", "state", "from", "to", "where")));
    List<JsonObject> outcomes = ofKind("outcome", objects);
    assertEquals(2, outcomes.size());
    assertTrue(
        outcomes
            .getFirst()
            .keySet()
            .containsAll(
                Set.of("kind", "scenario", "lane", "outcome", "wall_s", "cpu_s", "message")));
    JsonObject comparison = ofKind("comparison", objects).getFirst();
    assertEquals(3, comparison.get("same_lines").getAsInt());
    assertEquals(0, comparison.get("only_python").getAsInt());
    assertEquals(0, comparison.get("only_java").getAsInt());
    assertEquals(run.out(), Files.readString(log), "the log holds the same lines");
  }

  private static List<JsonObject> ofKind(String kind, List<JsonObject> objects) {
    return objects.stream().filter(o -> o.get("kind").getAsString().equals(kind)).toList();
  }

  @Test
  void ownPairsAndLoneScriptsPlay() throws Exception {
    Path py = Files.writeString(folder.resolve("my_own.py"), "print('mine')\n");
    Path java =
        Files.writeString(folder.resolve("MyOwn.java"), "void main() { IO.println(\"mine\"); }");
    assertPlays("same lines 1 of 1", py, java);
    assertPlays("java", java);
    assertPlays("python", py);
    assertPlays("java", folder, "--lanes", "java");
  }

  private static void assertPlays(String expected, Object... arguments) throws Exception {
    var all = new java.util.ArrayList<Object>(List.of("run"));
    all.addAll(List.of(arguments));
    Duet run = Duet.run(all.toArray());
    assertEquals(0, run.status(), run.out() + run.err());
    assertTrue(run.out().contains(expected), run.out());
    assertTrue(run.out().contains("mine"), run.out());
  }

  @Test
  void showPutsBothSourcesSideBySideOrInOrder() throws Exception {
    Duet show = Duet.run("show", "lock", "--color", "never");
    assertEquals(0, show.status());
    assertTrue(show.out().contains("python-originals/04-synchronization/lock.py"), show.out());
    assertTrue(show.out().contains("final ReentrantLock lock"), show.out());
    Duet coloured = Duet.run("show", "lock", "--color", "always");
    assertTrue(coloured.out().contains("\u001b["), coloured.out());
    assertEquals(
        show.out().lines().count(), coloured.out().lines().count(), "colours change no line");
  }

  @Test
  void listAndDoctorAnswer() throws Exception {
    Duet list = Duet.run("list", "--json");
    assertEquals(26, list.out().lines().count());
    assertTrue(list.out().contains("\"name\":\"thread_function\""), list.out());
    Duet doctor = Duet.run("doctor");
    assertEquals(0, doctor.status(), doctor.out());
    assertTrue(doctor.out().contains("GraalPy"), doctor.out());
    for (String command : List.of("run", "list", "show", "doctor")) {
      Duet help = Duet.run("help", command);
      assertEquals(0, help.status());
      assertTrue(help.out().startsWith("Usage: duet " + command), help.out());
    }
  }

  /// What it was compiled to is kept, which changes nothing but the time it takes.
  @Test
  void anUnchangedJavaScriptIsNotCompiledAgain() throws Exception {
    Path script = folder.resolve("fails.java");
    Path cache = folder.resolve("cache");
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", cache.toString());
    Files.writeString(
        script, "void main() {\n  new Thread(() -> { throw new Error(); }).run();\n}");
    Duet first = Duet.start(folder, environment, Duet.LAUNCHER, "run", script, "--json");
    Path kept = only(cache.resolve("duet/java"));
    Files.setLastModifiedTime(kept, FileTime.fromMillis(0));
    Duet second = Duet.start(folder, environment, Duet.LAUNCHER, "run", script, "--json");
    assertTrue(Files.getLastModifiedTime(kept).toMillis() > 0, "it was used");
    assertEquals(texts(first), texts(second));
    assertTrue(texts(first).contains("\tat fails.main(fails.java:2)"), first.out());
    Files.writeString(kept, "damaged");
    Duet third = Duet.start(folder, environment, Duet.LAUNCHER, "run", script, "--json");
    assertEquals(texts(first), texts(third));
    assertEquals(kept, only(cache.resolve("duet/java")));
    Files.writeString(script, "void main() {\n  IO.println(1);\n}");
    Duet changed = Duet.start(folder, environment, Duet.LAUNCHER, "run", script, "--json");
    assertEquals(0, changed.status(), changed.err());
  }

  private static Path only(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertEquals(1, all.size(), all.toString());
      return all.getFirst();
    }
  }

  /// What was printed, and how it ended.
  private static List<String> texts(Duet run) {
    return run.out()
        .lines()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .flatMap(
            event -> Stream.of("text", "outcome", "message").filter(event::has).map(event::get))
        .map(JsonElement::getAsString)
        .toList();
  }

  @Test
  void theLauncherWorksFromAnywhereAndThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("my duet"), Duet.LAUNCHER);
    Duet run = Duet.start(folder, Map.of(), link, "list");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("thread_function"), run.out());
    assertEquals(2, Duet.start(folder, Map.of(), link, "run", "nothing.py").status());
  }

  /// No virtual machine starts there.
  @Test
  void inADeletedFolderDuetSaysSo() throws Exception {
    String inGone = "mkdir gone && cd gone && rmdir ../gone && exec " + Duet.LAUNCHER + " list";
    Duet list = Duet.exec(folder, Map.of(), List.of("/bin/sh", "-c", inGone));
    assertEquals(2, list.status(), list.err());
    assertTrue(list.err().contains("duet: the folder that you are in was deleted."), list.err());
    assertFalse(list.err().contains("initialization of VM"), list.err());
    assertEquals("", list.out());
  }

  @Test
  void aReaderWhoLeavesIsNoBug() throws Exception {
    Duet run =
        Duet.exec(
            Duet.ROOT, Map.of(), List.of("bash", "-c", "'" + Duet.LAUNCHER + "' list | head -n 1"));
    assertEquals(0, run.status());
    assertEquals("", run.err());
    assertEquals(1, run.out().lines().count());
  }

  /// Whatever happens to Duet, its hosts go with it.
  @Test
  void hostsEndWithTheFrontEnd() throws Exception {
    Files.writeString(folder.resolve("spin.py"), "print('on')\nwhile True: pass\n");
    Files.writeString(
        folder.resolve("spin.java"), "void main() { IO.println(\"on\"); while (true) {} }");
    Process front =
        new ProcessBuilder(Duet.LAUNCHER.toString(), "run", folder.toString(), "--json").start();
    try (var lines = front.inputReader()) {
      for (int seen = 0; seen < 2; ) {
        seen += lines.readLine().contains("\"text\":\"on\"") ? 1 : 0;
      }
    }
    List<ProcessHandle> hosts = front.descendants().toList();
    assertEquals(2, hosts.size(), "a host for each lane");
    front.destroyForcibly().waitFor();
    for (ProcessHandle host : hosts) {
      Duet.awaitEnd(host);
    }
  }
}
