package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Folders of scripts in, reports out.
@Timeout(120)
@Order(3)
class BatchIT {
  private static final Path SCRIPTS = Duet.ROOT.resolve("src/test/resources/batch");

  @TempDir private Path folder;

  /// One of each kind of failure: exit code 1, and every report names each.
  @Test
  void everyKindOfFailureIsNamed() throws Exception {
    Path junit = folder.resolve("duet.xml");
    Path html = folder.resolve("duet.html");
    Path log = folder.resolve("duet.jsonl");
    Path summary = folder.resolve("summary.md");
    Duet batch =
        Duet.run(
            "batch",
            SCRIPTS.resolve("failing"),
            "--timeout",
            "6s",
            "--outputs",
            "--junit",
            junit,
            "--html",
            html,
            "--log",
            log);
    assertEquals(1, batch.status(), batch.err());
    Map<String, String> failures =
        Map.ofEntries(
            Map.entry("differs", "expected the same lines on both lanes; only python printed"),
            Map.entry("misses_a_line", "java: expected the line 'middle'; it is missing"),
            Map.entry("wrong_order", "python: expected 'begin' before 'end'; it printed 'end' at"),
            Map.entry("too_quick", "python: expected 2.00 to 3.00 s; it took"),
            Map.entry("forbidden_result", "expected sum: all there; the result is: some lost"),
            Map.entry("should_fail", "python: expected to fail; it completed"),
            Map.entry("does_not_compile", "java: expected to complete; it was rejected"),
            Map.entry("fails_in_a_cell", "at fails_in_a_cell.ipynb, cell 2:2: IndexError"),
            Map.entry("hangs", "python: expected to complete; it timed out"),
            Map.entry("notebook", "expected cell 3 (other) to print what is saved in the notebook"),
            Map.entry("raises", "at raises.py:3: ValueError: as it must"));
    String xml = Files.readString(junit).replace("&apos;", "'").replace("&gt;", ">");
    String page = Files.readString(html);
    failures.forEach(
        (name, breach) -> {
          assertTrue(batch.out().contains("✗ " + name + " "), name + "\n" + batch.out());
          assertTrue(batch.out().contains(breach), breach + "\n" + batch.out());
          assertTrue(xml.contains("name=\"" + name + " ["), name);
          assertTrue(xml.contains(breach), breach);
          assertTrue(page.contains(breach), breach);
        });
    assertTrue(batch.out().contains(failures.size() + " failed"), batch.out());
    assertTrue(batch.out().matches("(?s).*java +\\d\\.\\d{3} main +begin\\n.*"), "logs are shown");
    assertTrue(
        page.contains("cell 6 (typo) failed, and the notebook goes on"), "it is no call for help");
    assertFalse(page.contains("http"), "the page needs no network");
    validate(junit);
    look(html);

    var inJob = Map.of("GITHUB_STEP_SUMMARY", summary.toString());
    Duet again = Duet.run(inJob, "report", log);
    assertEquals(1, again.status());
    assertTrue(Files.readString(summary).contains("| . | 0 | 0 | 0 | 0 | 11 | 0 |"));
    String end = batch.out().substring(batch.out().indexOf("\n\ndiffers"));
    assertEquals(end.strip(), again.out().strip(), "the log tells the same");
    assertEquals(1 + 11 + 3, Duet.run("report", log, "--csv").out().lines().count());
    List<JsonObject> results =
        Duet.run("report", log, "--json")
            .out()
            .lines()
            .map(line -> JsonParser.parseString(line).getAsJsonObject())
            .toList();
    assertEquals(
        failures.keySet(),
        results.stream().map(r -> r.get("path").getAsString()).collect(Collectors.toSet()));
  }

  private static void validate(Path junit) throws Exception {
    var schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(Duet.ROOT.resolve("src/test/resources/junit.xsd").toFile());
    schema.newValidator().validate(new StreamSource(junit.toFile()));
  }

  /// What failed is unfolded, with its timeline, and the filters are there.
  private static void look(Path html) throws Exception {
    Set<Integer> colours = Browser.colours(html, "#failed", 6000);
    assertTrue(colours.contains(0x9db4d0), "the script that hangs is drawn, asleep");
    assertTrue(colours.contains(0xc1121f), "what was not as expected is in red");
  }

  /// What is found, and what is left out, with a link that leads back up.
  @Test
  void whatIsPlayedIsWhatIsThere() throws Exception {
    Path root = folder.resolve("class");
    copy(SCRIPTS.resolve("passing"), root);
    for (String left : List.of(".hidden", "target", "deep/__pycache__", "venv")) {
      Path hidden = Files.createDirectories(root.resolve(left));
      Files.writeString(hidden.resolve("no.py"), "raise ValueError('nobody plays this')");
    }
    Files.writeString(root.resolve("venv/pyvenv.cfg"), "");
    Files.createSymbolicLink(root.resolve("deep/loop"), root);
    Duet renamed =
        Duet.exec(
            root, Map.of(), List.of("/bin/sh", "-c", "mv alone.py $(printf 'gr\\303\\274n.py')"));
    assertEquals("", renamed.err());
    Duet named =
        Duet.start(
            root, Map.of("LC_ALL", "POSIX"), Duet.LAUNCHER, "batch", root, "--include", "gr*");
    assertTrue(named.out().contains("✓ gr\u00fcn "), named.out() + named.err());
    Duet batch = Duet.run("batch", root, "--exclude", "gr*");
    assertEquals(0, batch.status(), batch.out() + batch.err());
    assertTrue(batch.out().contains("4 scenarios: 4 passed"), batch.out());
    assertTrue(batch.out().contains("counted · 5 plays"), batch.out());
    assertTrue(batch.out().matches("(?s).*the coin +tails +python +[0-5] +interesting.*"));
    assertEquals(
        List.of("pair", "counted", "fails_as_declared"),
        Duet.run("batch", root, "--list", "--exclude", "deep", "--exclude", "gr*")
            .out()
            .lines()
            .toList());
    Duet cut =
        Duet.exec(
            folder,
            Map.of(),
            List.of("/bin/sh", "-c", Duet.LAUNCHER + " batch class/deep | head -1"));
    assertEquals(
        "duet: class/deep/loop is a link to a folder outside of class/deep, so it is left out\n",
        cut.err(),
        "who reads no more is no fault");
  }

  /// The parts of a batch make the report that the whole one makes.
  @Test
  void mergedShardsReportWhatTheWholeBatchReports() throws Exception {
    Path root = folder.resolve("tasks");
    Files.createDirectories(root.resolve("one"));
    Files.createDirectories(root.resolve("two"));
    for (int i = 0; i < 6; i++) {
      Files.writeString(
          root.resolve((i % 2 == 0 ? "one" : "two") + "/task" + i + ".java"),
          "void main() { IO.println(6 / " + (i == 3 ? "0" : i + 1) + "); }");
    }
    Files.writeString(root.resolve("two/task1.py"), "print(3)\n");
    var logs = new ArrayList<Path>();
    for (int i = 1; i <= 2; i++) {
      Path log = folder.resolve(i + ".jsonl");
      var _ = Duet.run("batch", root, "--shard", i + "/2", "--resume", log);
      logs.addFirst(log);
    }
    Path whole = folder.resolve("whole.jsonl");
    assertEquals(1, Duet.run("batch", root, "--log", whole, "--jobs", 1).status());
    assertEquals(reports(List.of(whole)), reports(logs));
    Duet half = Duet.run("report", logs.getFirst());
    assertEquals(1, half.status());
    assertTrue(half.out().contains("the log of shard 1 of 2 is missing"), half.out());
  }

  /// All reports with times masked.
  private String reports(List<Path> logs) throws Exception {
    Path junit = folder.resolve("merged.xml");
    Path html = folder.resolve("merged.html");
    var command = new ArrayList<Object>(List.of("report"));
    command.addAll(logs);
    command.addAll(List.of("--junit", junit, "--html", html));
    Duet report = Duet.run(command.toArray());
    assertEquals(1, report.status(), report.err());
    String all = report.out() + Files.readString(junit) + Files.readString(html);
    return all.replaceAll("(?s)<div class=\"scroll\">.*?</div>", "<drawing>")
        .replaceAll("(?s)<p class=\"legend\">.*?</p>", "<legend>")
        .replaceAll("<p>[^<]*( cores busy | s; the rest was | ready to run)[^<]*</p>\n", "")
        .replaceAll(" *\\d+\\.\\d+", " <number>");
  }

  /// A batch that is killed has lost nothing that was finished, and goes on from there.
  @Test
  void aKilledBatchIsResumed() throws Exception {
    Path root = Files.createDirectories(folder.resolve("tasks"));
    for (int i = 0; i < 8; i++) {
      Files.writeString(
          root.resolve("task" + i + ".java"),
          "void main() throws Exception { Thread.sleep(300); IO.println(" + i + "); }");
    }
    Path log = folder.resolve("log.jsonl");
    Process killed =
        new ProcessBuilder(
                Duet.LAUNCHER.toString(),
                "batch",
                root.toString(),
                "--jobs",
                "1",
                "--log",
                log.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    while (results(log).size() < 2) {
      assertTrue(killed.isAlive(), () -> read(folder.resolve("out")));
      Thread.sleep(20);
    }
    killed.destroyForcibly().waitFor();
    int finished = results(log).size();
    Files.writeString(log, Files.readString(log) + "{\"kind\":\"play\",\"scen");
    Process interrupted =
        new ProcessBuilder(
                Duet.LAUNCHER.toString(), "batch", root.toString(), "--resume", log.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    while (results(log).size() <= finished) {
      assertTrue(interrupted.isAlive(), () -> read(folder.resolve("out")));
      Thread.sleep(20);
    }
    interrupted.destroy(); // SIGTERM
    assertEquals(143, interrupted.waitFor());
    assertTrue(read(folder.resolve("out")).contains("--resume " + log), "it says how to go on");
    finished = results(log).size();
    Duet faster = Duet.run("batch", root, "--resume", log, "--speed", 2);
    assertEquals(2, faster.status(), faster.out());
    assertTrue(faster.err().contains("would now be played by java at speed 2.0"), faster.err());
    Duet resumed = Duet.run("batch", root, "--resume", log);
    assertEquals(0, resumed.status(), resumed.out() + resumed.err());
    assertTrue(
        resumed.out().contains(finished + " of 8 scenarios are known from the log."),
        resumed.out());
    assertTrue(resumed.out().contains("8 scenarios: 8 passed"), resumed.out());
    assertEquals(8, new HashSet<>(results(log)).size());
    assertEquals(8, results(log).size(), "each of them once");
  }

  private static List<String> results(Path log) {
    return read(log)
        .lines()
        .filter(line -> line.startsWith("{\"kind\":\"result\"") && line.endsWith("}"))
        .map(line -> JsonParser.parseString(line).getAsJsonObject().get("path").getAsString())
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return "";
    }
  }

  /// One process plays several scripts, and none of them can tell.
  @Test
  void aRunNeverInfluencesTheNext() throws Exception {
    Path root = Files.createDirectories(folder.resolve("tasks"));
    for (int i = 0; i < 2; i++) {
      Files.writeString(
          root.resolve("a" + i + ".py"),
          """
          import builtins, os, sys, threading, time
          assert not hasattr(builtins, 'left') and 'LEFT' not in os.environ, 'left behind'
          assert 'left' not in sys.modules and threading.active_count() == 1
          builtins.left = sys.modules['left'] = 1
          os.environ['LEFT'] = '1'
          time.sleep = None
          threading.Thread.start = None
          print('host', os.getpid())
          """);
      Files.writeString(
          root.resolve("a" + i + ".java"),
          """
          static int left;
          void main() throws Exception {
            if (left++ > 0 || System.getProperty("left") != null || Locale.getDefault() == Locale.ITALY
                || System.in.read() != -1) {
              throw new IllegalStateException("left behind");
            }
            System.in.close();
            var pool = Executors.newFixedThreadPool(1, Executors.defaultThreadFactory());
            pool.execute(() -> IO.println(new Thread().getName() + " " + Thread.currentThread().getName()));
            pool.close();
            IO.println("host " + ProcessHandle.current().pid());
          }
          """);
    }
    Files.writeString(root.resolve("a0_rejected.py"), "print(");
    Files.writeString(root.resolve("a0_rejected.java"), "void main() {");
    Files.writeString(root.resolve("a0_rejected.duet.yaml"), "expect: {outcome: rejected}");
    Files.writeString(
        root.resolve("b0.java"),
        """
        void main() {
          IO.println("host " + ProcessHandle.current().pid());
          System.setProperty("left", "1");
          Locale.setDefault(Locale.ITALY);
          Thread.ofPlatform().daemon().start(() -> { while (true) IO.println("still here"); });
        }
        """);
    Files.writeString(
        root.resolve("b0.py"),
        "import os, socket\nheld = socket.socket()\nprint('host', os.getpid())\n");
    Files.copy(root.resolve("a0.java"), root.resolve("b1.java"));
    Files.copy(root.resolve("a0.py"), root.resolve("b1.py"));
    Path log = folder.resolve("log.jsonl");
    Duet batch = Duet.start("batch", root, "--jobs", 1, "--max-lines", 20, "--log", log);
    assertEquals(0, batch.status(), batch.out());
    assertEquals(
        3,
        read(log)
            .lines()
            .filter(line -> line.endsWith("\"text\":\"Thread-0 pool-1-thread-1\"}"))
            .count(),
        "threads are numbered as in a process of one's own");
    Map<String, String> hosts =
        read(log)
            .lines()
            .filter(line -> line.startsWith("{\"kind\":\"line\""))
            .map(line -> JsonParser.parseString(line).getAsJsonObject())
            .filter(line -> line.get("text").getAsString().startsWith("host "))
            .collect(
                Collectors.toMap(
                    line ->
                        line.get("lane").getAsString() + " " + line.get("scenario").getAsString(),
                    line -> line.get("text").getAsString()));
    assertEquals(hosts.get("python a0"), hosts.get("python a1"), "a host plays again");
    assertEquals(hosts.get("java a0"), hosts.get("java a1"), "a host plays again");
    assertEquals(hosts.get("java a1"), hosts.get("java b0"), "a host plays again");
    assertNotEquals(hosts.get("java b0"), hosts.get("java b1"), "but not after that");
    assertEquals(hosts.get("python a1"), hosts.get("python b0"), "a host plays again");
    assertNotEquals(hosts.get("python b0"), hosts.get("python b1"), "but not with a socket open");
  }

  @Test
  void aFlakyPassIsCalledFlakyAndAFailureMayEndABatch() throws Exception {
    Path root = Files.createDirectories(folder.resolve("tasks"));
    Files.writeString(
        root.resolve("a_flaky.java"),
        """
        void main() throws Exception {
          if (new File("%s").createNewFile()) {
            throw new IllegalStateException("only once");
          }
        }
        """
            .formatted(root.resolve("mark")));
    IntStream.range(0, 2)
        .forEach(
            i ->
                write(
                    root.resolve("b_fails" + i + ".java"),
                    "void main() { throw new IllegalStateException(); }"));
    Path junit = folder.resolve("duet.xml");
    Duet batch =
        Duet.run("batch", root, "--jobs", 1, "--retry", 1, "--fail-fast", "--junit", junit);
    assertEquals(1, batch.status(), batch.out());
    assertTrue(batch.out().contains("flaky: as expected at attempt 2"), batch.out());
    assertTrue(
        batch.out().contains("3 scenarios: 0 passed, 1 flaky, 1 failed, 1 not played"),
        batch.out());
    String xml = Files.readString(junit);
    assertTrue(xml.contains("<flakyFailure") && xml.contains("<skipped"), xml);
    validate(junit);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
