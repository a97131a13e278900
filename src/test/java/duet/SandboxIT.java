package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import duet.lane.process.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a confined script tries, and does not get. Every attempt prints `got in` where it succeeds
/// and `denied` where it does not, so that a script that never came to its attempt fails as well.
class SandboxIT {
  private static final String OUTSIDE = "outside.txt";

  /// Calls a function of the C library, in a script.
  private static final String FOREIGN_CALL =
      """
      import java.lang.foreign.*;
      import java.net.*;

      class ForeignCall {
        static int of(String name) throws Throwable {
          var linker = Linker.nativeLinker();
          var function = linker.defaultLookup().find(name).orElseThrow();
          int result = (int) linker.downcallHandle(
              function, FunctionDescriptor.of(ValueLayout.JAVA_INT)).invokeExact();
          if (result < 0) {
            throw new IllegalStateException("returned " + result);
          }
          return result;
        }
      }

      """;

  @TempDir private Path folder;
  private final List<String> pythons = new ArrayList<>();
  private final List<String> javas = new ArrayList<>();

  @BeforeAll
  static void canConfine() {
    assumeTrue(
        System.getenv("CI") != null || Sandbox.obstacle().isEmpty(), "no sandbox on this machine");
  }

  /// All of it in one play, since a confined process takes a while to start.
  @Test
  void whatAScriptTriesIsDenied() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      tryToRead();
      tryToWrite();
      tryTheNetwork(server.getLocalPort());
      tryToStartProcesses();
      tryTheJvmFromPython();
      tryTheEnvironment();
      allDenied();
    }
    assertFalse(Files.exists(folder.resolve(OUTSIDE + ".new")));
  }

  private void tryToRead() throws Exception {
    Path secret = Files.writeString(folder.resolve(OUTSIDE), "secret");
    Path home = Path.of(System.getProperty("user.home"));
    for (Path path :
        new Path[] {secret, home, Path.of("/etc/passwd"), Duet.ROOT.resolve("pom.xml")}) {
      inPython("open('" + path + "').read()");
      inJava("Files.readString(Path.of(\"" + path + "\"))");
    }
    inPython("__import__('os').listdir('" + home + "')");
    inJava("Files.list(Path.of(\"" + home + "\")).toList()");
  }

  private void tryToWrite() {
    Path target = folder.resolve(OUTSIDE + ".new");
    for (Path path :
        new Path[] {
          target, Path.of("/usr/lib/duet"), Path.of("/duet"), folder.resolve("attempt.py")
        }) {
      inPython("open('" + path + "', 'w').write('x')");
      inJava("Files.writeString(Path.of(\"" + path + "\"), \"x\")");
    }
  }

  private void tryTheNetwork(int port) {
    inPython("__import__('socket').create_connection(('127.0.0.1', " + port + "), 2)");
    inJava("new Socket(\"127.0.0.1\", " + port + ").getPort()");
    inPython("__import__('socket').create_server(('127.0.0.1', 0))");
    inJava("new ServerSocket(0).getLocalPort()");
  }

  private void tryToStartProcesses() {
    inPython("__import__('subprocess').run(['/bin/true'])");
    inPython("__import__('os').system('true') == 0 or int('it did not start')");
    inPython("__import__('os').fork()");
    inPython("__import__('os').execv('/bin/sh', ['sh'])");
    inJava("new ProcessBuilder(\"/usr/lib/jvm/no\", \"/bin/true\").start()");
    inJava(
        "new ProcessBuilder(System.getProperty(\"java.home\") + \"/bin/java\","
            + " \"-version\").start()");
    inJava("ForeignCall.of(\"fork\")");
    inJava("ForeignCall.of(\"vfork\")");
  }

  private void tryTheJvmFromPython() {
    inPython("__import__('java').type('java.lang.Runtime')");
    inPython("__import__('polyglot').eval(language='js', string='1')");
    inPython("__import__('ctypes').CDLL(None).getpid()");
  }

  private void tryTheEnvironment() {
    inPython("__import__('os').environ['DUET_SECRET']");
    inJava("System.getenv(\"DUET_SECRET\").length()");
  }

  @Test
  void forkingWithoutEnd() throws Exception {
    Map<String, String> scripts =
        Map.of(
            "py",
            """
            import os, subprocess
            for i in range(1000):
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
              for (int i = 0; i < 1000; i++) {
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
    Duet run =
        Duet.run("run", "executor_map", "progress_bar", "--speed", "20", "--sandbox", "--json");
    String outcomes =
        run.out()
            .lines()
            .filter(line -> line.contains("\"outcome\""))
            .collect(Collectors.joining("\n"));
    assertEquals(4, outcomes.lines().count(), run.out());
    assertEquals(
        4,
        outcomes.lines().filter(line -> line.contains("\"outcome\":\"completed\"")).count(),
        outcomes);
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

  /// An expression to be tried in Python.
  private void inPython(String expression) {
    pythons.add(
        """
        try:
            %1$s
            print('got in by attempt', %2$d)
        except BaseException as e:
            print('denied', %2$d, repr(e))
        """
            .formatted(expression, pythons.size()));
  }

  /// An expression to be tried in Java.
  private void inJava(String expression) {
    javas.add(
        """
          try {
            Object got = %1$s;
            IO.println("got in by attempt %2$d");
          } catch (Throwable e) {
            IO.println("denied %2$d " + e);
          }
        """
            .formatted(expression, javas.size()));
  }

  /// Tries everything, one after the other.
  private void allDenied() throws IOException, InterruptedException {
    var scripts = new HashMap<String, String>();
    scripts.put("py", String.join("", pythons));
    scripts.put("java", FOREIGN_CALL + "void main() {\n" + String.join("", javas) + "}\n");
    write(scripts);
    var environment = Map.of("DUET_SECRET", "secret");
    assertDenied(
        pythons.size() + javas.size(),
        Duet.start(Duet.ROOT, environment, Duet.LAUNCHER, "run", folder, "--sandbox"));
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
