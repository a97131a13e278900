package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import duet.lane.sandbox.SandboxCheck;
import duet.scenario.folder.Home;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What a confined script tries, and does not get. The scripts in `src/test/resources/sandbox`
/// print what came of each attempt.
class SandboxIT {
  private static final Path ATTEMPTS = Duet.ROOT.resolve("src/test/resources/sandbox");
  private static final String SECRET = "do-not-tell-5318008";

  /// A user who owns nothing on this machine.
  private static final int ANOTHER = 54_321;

  @TempDir private Path folder;

  @BeforeAll
  static void canConfine() {
    assumeTrue(
        System.getenv("CI") != null || SandboxCheck.obstacle(Home.find()).isEmpty(),
        "no sandbox on this machine");
  }

  /// A test for each attempt; all of them in one play, since a confined process takes a while to
  /// start.
  @TestFactory
  Stream<DynamicTest> nothingGetsIn() throws Exception {
    return attempted(List.of());
  }

  /// Root's scripts run as nobody, those of other users as themselves.
  @TestFactory
  Stream<DynamicTest> nothingGetsInWhereAnotherUserPlays() throws Exception {
    assumeTrue(isRoot(), "only root can play as another user");
    List<String> asAnother =
        List.of("setpriv", "--reuid=" + ANOTHER, "--regid=" + ANOTHER, "--clear-groups");
    var reads = new ArrayList<>(asAnother);
    reads.addAll(List.of("test", "-r", Duet.LAUNCHER.toString()));
    assumeTrue(exec(reads).status() == 0, "another user cannot read this checkout");
    assertEquals(0, exec(List.of("chown", ANOTHER + ":" + ANOTHER, folder.toString())).status());
    return attempted(asAnother);
  }

  /// @param as what to start Duet with
  private Stream<DynamicTest> attempted(List<String> as) throws Exception {
    for (String name : names(ATTEMPTS)) {
      Files.copy(ATTEMPTS.resolve(name), folder.resolve(name));
    }
    Path outside = Files.writeString(folder.resolve("outside.txt"), SECRET);
    List<String> before = names(folder);
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var command = new ArrayList<>(as);
      command.addAll(List.of(Duet.LAUNCHER.toString(), "run", folder.toString()));
      command.addAll(List.of("--sandbox", "--json"));
      for (Object argument :
          List.of(
              SECRET, outside, System.getProperty("user.home"), server.getLocalPort(), Duet.ROOT)) {
        command.addAll(List.of("--arg", argument.toString()));
      }
      List<String> lines = completed(exec(command));
      assertEquals(before, names(folder));
      return lines.stream()
          .map(line -> dynamicTest(line, () -> assertTrue(line.contains(" denied: "), line)));
    }
  }

  private Duet exec(List<String> command) throws Exception {
    return Duet.exec(
        Duet.ROOT,
        Map.of(
            "DUET_SECRET",
            SECRET,
            "HOME",
            folder.toString(),
            "DUET_NATIVE_ACCESS",
            "allow"), // or the kernel would be asked nothing
        command);
  }

  private static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  /// What both scripts printed, up to their ends.
  private static List<String> completed(Duet run) {
    List<JsonObject> entries =
        run.out().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    assertEquals(2, completions(run), run.toString());
    return entries.stream()
        .filter(entry -> entry.get("kind").getAsString().equals("line"))
        .map(entry -> entry.get("lane").getAsString() + " " + entry.get("text").getAsString())
        .toList();
  }

  private static long completions(Duet run) {
    return run.out().lines().filter(line -> line.contains("\"outcome\":\"completed\"")).count();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void forkingWithoutEnd() throws Exception {
    Map<String, String> scripts =
        Map.of(
            "py",
            """
            import os, subprocess
            for i in range(100):
                try:
                    subprocess.Popen(['sleep', '319'])
                    print('got in')
                except Exception as e:
                    pass
            print('denied')
            """,
            "java",
            """
            void main() {
              for (int i = 0; i < 100; i++) {
                try {
                  new ProcessBuilder("sleep", "319").start();
                  IO.println("got in");
                } catch (Exception e) {
                }
              }
              IO.println("denied");
            }
            """);
    assertDenied(2, play(scripts));
    assertEquals(
        0,
        ProcessHandle.allProcesses()
            .filter(p -> p.info().commandLine().orElse("").contains("sleep 319"))
            .count());
  }

  @Test
  void memoryAndThreadsWithoutEnd() throws Exception {
    Duet run =
        play(
            Map.of(
                "java",
                """
                void main() {
                  int started = 0;
                  try {
                    while (true) {
                      Thread.ofPlatform().daemon().start(() -> { while (true) java.util.concurrent.locks.LockSupport.park(); });
                      started++;
                    }
                  } catch (OutOfMemoryError e) {
                    IO.println(started < 30_000 ? "denied" : "got in");
                  }
                }
                """));
    assertTrue(run.out().contains("denied"), run.out());
    assertFalse(run.out().contains("got in"), run.out());
  }

  @Test
  void whatIsAllowedStillWorks() throws Exception {
    List<String> names =
        Duet.THOROUGH ? List.of("executor_map", "progress_bar") : List.of("executor_map");
    var command = new ArrayList<Object>(List.of("run"));
    command.addAll(names);
    command.addAll(List.of("--speed", "20", "--sandbox", "--json"));
    Duet run = Duet.run(command.toArray());
    assertEquals(2L * names.size(), completions(run), run.toString());
  }

  @Test
  void theOwnFolderTakesFiles() throws Exception {
    write(
        Map.of(
            "py",
            """
            import os, tempfile
            with open('/scratch/a', 'w') as file:
                file.write('x' * (10 << 20))
            os.rename('a', 'b')
            os.mkdir('folder')
            with tempfile.NamedTemporaryFile('w+', dir='folder') as file:
                file.write('temporary')
            os.utime('b', (0, 0))
            print(sorted(os.listdir('/scratch')), os.path.getsize('b'), os.stat('b').st_mtime)
            os.remove('b')
            print(os.listdir('.'))
            """,
            "java",
            """
            import java.io.RandomAccessFile;
            import java.nio.channels.FileChannel;
            import java.nio.channels.Pipe;
            import java.nio.channels.Selector;

            void main() throws Exception {
              Path file = Files.writeString(Path.of("a"), "x".repeat(10 << 20));
              Files.move(file, Path.of("b"));
              Files.createDirectory(Path.of("folder"));
              Files.delete(Files.createTempFile("temporary", ""));
              Files.setLastModifiedTime(Path.of("b"), java.nio.file.attribute.FileTime.fromMillis(0));
              try (var mapped = new RandomAccessFile("b", "rw").getChannel()) {
                mapped.map(FileChannel.MapMode.READ_WRITE, 0, 10).force();
              }
              Selector.open().close();
              Pipe.open().sink().close();
              IO.println(names() + " " + Files.size(Path.of("b")) + " " + Files.getLastModifiedTime(Path.of("b")));
              Files.delete(Path.of("b"));
              IO.println(names());
            }

            List<String> names() throws Exception {
              try (var entries = Files.list(Path.of("/scratch"))) {
                return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
              }
            }
            """));
    assertEquals(
        Set.of(
            "python ['b', 'folder'] 10485760 0.0",
            "python ['folder']",
            "java [b, folder] 10485760 1970-01-01T00:00:00Z",
            "java [folder]"),
        Set.copyOf(completed(Duet.run("run", folder, "--sandbox", "--json"))));
  }

  /// The host is the first process in the sandbox, which no signal of its own can end.
  @Test
  void aCrashOfTheVirtualMachineIsToldAsOne() throws Exception {
    write(
        Map.of(
            "java",
            """
            import java.lang.foreign.MemorySegment;
            import java.lang.foreign.ValueLayout;

            void main() {
              MemorySegment.ofAddress(8).reinterpret(8).set(ValueLayout.JAVA_LONG, 0, 1);
            }
            """));
    Duet run = exec(List.of(Duet.LAUNCHER.toString(), "run", folder.toString(), "--sandbox"));
    assertTrue(run.out().contains("its virtual machine, or native code in it, crashed"), run.out());
  }

  /// A folder that only root may enter, such as `/root`, is closed to root's confined scripts.
  @Test
  void aDuetBehindAClosedDoorPlaysToo() throws Exception {
    assumeTrue(isRoot(), "another user's folder is not closed to that user");
    Path copy = folder.resolve("copy");
    Files.createDirectories(copy.resolve("target"));
    for (String part : List.of("scripts", "python-originals", "target/duet")) {
      Duet copied =
          exec(
              List.of(
                  "cp", "-al", Duet.ROOT.resolve(part).toString(), copy.resolve(part).toString()));
      assumeTrue(copied.status() == 0, copied.err());
    }
    write(Map.of("py", "print('hello')", "java", "void main() { IO.println(\"hello\"); }"));
    Path launcher = copy.resolve("scripts").resolve("duet");
    Duet run =
        exec(
            List.of(
                launcher.toString(),
                "run",
                folder.resolve("attempt.py").toString(),
                folder.resolve("attempt.java").toString(),
                "--sandbox",
                "--json"));
    assertEquals(Set.of("python hello", "java hello"), Set.copyOf(completed(run)));
  }

  @Test
  void whatCannotBeEnforcedIsRefused() throws Exception {
    Path java = Path.of(System.getProperty("java.home"));
    Duet run =
        Duet.start(
            Duet.ROOT,
            Map.of("PATH", "/nowhere", "DUET_JAVA_HOME", java.toString()),
            Path.of("/bin/bash"),
            Duet.LAUNCHER,
            "run",
            "thread_function",
            "--sandbox");
    assertEquals(2, run.status(), run.out() + run.err());
    assertTrue(run.err().contains("--sandbox does not work here: there is no bwrap"), run.err());
    assertFalse(run.out().contains("starting at"), run.out());
  }

  private Duet play(Map<String, String> scripts) throws IOException {
    write(scripts);
    return Duet.run("run", folder, "--sandbox");
  }

  private void write(Map<String, String> scripts) throws IOException {
    for (var script : scripts.entrySet()) {
      Files.writeString(folder.resolve("attempt." + script.getKey()), script.getValue());
    }
  }

  private static void assertDenied(int attempts, Duet run) {
    assertFalse(run.out().contains("got in"), run.out());
    assertEquals(
        attempts,
        run.out().lines().filter(line -> line.matches("(python|java) .* denied.*")).count(),
        run.out() + run.err());
  }
}
