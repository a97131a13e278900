package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import duet.explore.HostSchedules;
import duet.explore.ScriptSource;
import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import duet.lane.protocol.Switches;
import duet.program.TestContext;
import duet.run.PlayOptions;
import duet.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Exploring Java scripts on real hosts.
class ExploreIT {
  private static final Path FOLDER = Duet.ROOT.resolve("src/test/resources/exploring");

  private static final String LOST =
      """
      int counter;

      void main() throws InterruptedException {
        Thread first = Thread.ofPlatform().name("first").start(this::count);
        Thread second = Thread.ofPlatform().name("second").start(this::count);
        first.join();
        second.join();
        IO.println("counter = " + counter);
      }

      void count() {
        int seen = counter;
        counter = seen + 1;
      }
      """;

  @TempDir private Path folder;

  private Path script(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<JsonObject> explored(Object... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.add(0, "explore");
    all.add("--json");
    return Duet.run(all.toArray())
        .out()
        .lines()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }

  private static HostSchedules host(Path script, Duration deadline) throws Exception {
    Lane lane = BuiltInLanes.lanes().withId("java").orElseThrow();
    Scenario scenario = BuiltInLanes.lanes().scripts().scenarios(List.of(script)).getFirst();
    ScriptSource source =
        ScriptSource.of(scenario, lane, PlayOptions.on(List.of(lane)).build(), Switches.REAL);
    var schedules =
        new HostSchedules(
            () -> TestContext.hosts().take(lane, Jit.AUTO),
            lane,
            source.order(),
            Switches.REAL,
            deadline);
    schedules.open();
    return schedules;
  }

  private static HostSchedules host(Path script) throws Exception {
    return host(script, Duration.ofMinutes(1));
  }

  @Test
  void aLostUpdateIsFoundShownAndPlayedAgain() throws Exception {
    Path script = script("lost.java", LOST);
    Duet found = Duet.run("explore", script);
    assertEquals(0, found.status(), found.err()); // nothing is declared
    assertTrue(found.out().contains("counter = 1"), found.out());
    assertTrue(
        found.out().contains("first wrote counter with what it had read before second wrote it")
            || found.out().contains("second wrote counter with what it had read before first"),
        found.out());
    String token =
        found.out().lines().filter(line -> line.contains("duet replay")).findFirst().orElseThrow();
    String[] words = token.strip().split(" +");
    Duet again = Duet.run("replay", words[2], script);
    assertTrue(again.out().contains("counter = 1"), again.out());
    assertTrue(again.out().contains("int seen = counter → 0"), again.out());
    assertEquals(again.out(), Duet.run("replay", words[2], script).out());
  }

  @Test
  void aTokenIsForOneTextOnly() throws Exception {
    Path script = script("lost.java", LOST);
    Duet refused = Duet.run("replay", "java.000000.3-2", script);
    assertEquals(2, refused.status());
    assertTrue(refused.err().contains("another version"), refused.err());
    assertEquals(2, Duet.run("replay", "what", script).status());
  }

  @Test
  void aDeadlockIsABrokenResultAndNamesItsCircle() throws Exception {
    Path script =
        script(
            "forks.java",
            """
            final Object left = new Object();
            final Lock right = new ReentrantLock();

            void main() throws InterruptedException {
              Thread one = Thread.ofPlatform().name("one").start(this::leftFirst);
              Thread two = Thread.ofVirtual().name("two").start(this::rightFirst);
              one.join();
              two.join();
            }

            void leftFirst() {
              synchronized (left) {
                right.lock();
                right.unlock();
              }
            }

            void rightFirst() {
              right.lock();
              synchronized (left) {
                IO.println("both");
              }
              right.unlock();
            }
            """);
    Duet found = Duet.run("explore", script);
    assertEquals(1, found.status(), found.out());
    assertTrue(found.out().contains("deadlock"), found.out());
    assertTrue(
        found.out().contains("waits in ReentrantLock.lock of right, which is held by two"),
        found.out());
    assertTrue(
        found.out().contains("waits for the monitor left, which is held by one"), found.out());
  }

  @Test
  void withALockNothingIsFound() throws Exception {
    Path script =
        script(
            "locked.java",
            LOST.replace("int counter;", "int counter;\nfinal Lock lock = new ReentrantLock();")
                .replace("int seen", "lock.lock();\n  int seen")
                .replace("seen + 1;", "seen + 1;\n  lock.unlock();"));
    String schedules = Duet.THOROUGH ? "10000" : "1000";
    List<JsonObject> lines = explored(script, "--schedules", schedules, "--seconds", "600");
    assertEquals(2, lines.size(), lines.toString());
    assertEquals("counter = 2", lines.getFirst().get("result").getAsString());
    assertEquals(schedules, lines.getFirst().get("count").getAsString());
  }

  @Test
  void everyScheduleOfASmallScriptIsPlayedOnRequest() throws Exception {
    List<JsonObject> lines = explored(script("lost.java", LOST), "--strategy", "bound:9");
    JsonObject all = lines.getLast();
    assertTrue(all.get("covered").getAsString().contains("at most 9"), all.toString());
    assertEquals("", all.get("problem").getAsString());
  }

  /// Whatever these use of the JDK is scheduled: nothing is refused, nothing deadlocks, and what a
  /// schedule does is the same on another host.
  @ParameterizedTest
  @ValueSource(strings = {"primitives.java", "pools.java", "futures.java", "statics.java"})
  void aScheduleGoesTheSameWayOnEveryHost(String name) throws Exception {
    int times = Duet.THOROUGH ? 100 : 10;
    try (HostSchedules first = host(FOLDER.resolve(name));
        HostSchedules second = host(FOLDER.resolve(name))) {
      for (String plan : List.of("stay", "random:1", "random:2", "pct:3:3:100")) {
        PlayedSchedule played = first.play(plan);
        assertEquals(End.COMPLETED, played.end(), name + ": " + played.message());
        for (int i = 0; i < times; i++) {
          assertEquals(played, first.play(plan));
          assertEquals(played, second.play(plan));
        }
      }
    }
  }

  @Test
  void whatCannotBeScheduledIsRefusedByItsName() throws Exception {
    Path parallel =
        script("sum.java", "void main() { IO.println(IntStream.range(0, 9).parallel().sum()); }");
    JsonObject all = explored(parallel).getLast();
    assertTrue(all.get("why").getAsString().contains("IntStream.parallel"), all.toString());
    Path process =
        script(
            "echo.java",
            "void main() throws IOException { new ProcessBuilder(\"echo\").start(); }");
    JsonObject started = explored(process).getLast();
    assertTrue(
        started.get("why").getAsString().contains("ProcessBuilder.start"), started.toString());
    Path pipe =
        script(
            "pipe.java",
            """
            void main() throws Exception {
              var in = new PipedInputStream();
              var out = new PipedOutputStream(in);
              var reader = new FutureTask<>(in::read);
              var writer = new FutureTask<>(() -> write(out));
              Thread.ofPlatform().start(reader);
              Thread.ofPlatform().start(writer);
              IO.println(reader.get());
            }

            boolean write(OutputStream out) throws IOException {
              out.write(7);
              out.close();
              return true;
            }
            """);
    List<JsonObject> lines = explored(pipe);
    assertTrue(
        lines.getLast().get("why").getAsString().contains("PipedInputStream.read"),
        lines.toString());
  }

  @Test
  void aScheduleThatHangsIsCutOffAndTheNextOneIsPlayed() throws Exception {
    Path script =
        script(
            "hang.java",
            """
            int turns;

            void main() throws InterruptedException {
              Thread other = Thread.ofPlatform().start(() -> turns++);
              if (turns == 0) {
                while (true) {}
              }
              other.join();
            }
            """);
    try (HostSchedules host = host(script, Duration.ofSeconds(3))) {
      host.order(List.of("stay", "stay|0>1,1>1,2>1"), false);
      assertEquals(End.HUNG, host.next().end());
      assertEquals(End.COMPLETED, host.next().end());
    }
  }

  @Test
  void exitsAndExceptionsAreTold() throws Exception {
    Path script =
        script(
            "ends.java",
            """
            boolean isStopped;

            void main() throws InterruptedException {
              Thread other = Thread.ofPlatform().start(this::check);
              isStopped = true;
              other.join();
            }

            void check() {
              if (isStopped) {
                System.exit(3);
              }
              throw new IllegalStateException("too early");
            }
            """);
    List<String> results =
        explored(script).stream()
            .filter(line -> line.has("result"))
            .map(line -> line.get("result").getAsString())
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "the script exited with status 3",
            "uncaught at ends.java:13: java.lang.IllegalStateException: too early"),
        results);
  }
}
