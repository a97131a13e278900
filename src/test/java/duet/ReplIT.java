package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.cli.CommandRun;
import duet.console.TestConsole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The REPL as its user meets it: the real program on a real terminal. It waits more than it works,
/// so it runs beside other classes.
@Timeout(200)
@Order(2)
class ReplIT {
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";
  private static final String UP = "\u0010"; // Ctrl-P
  private static final String PASTE = "\u001b[200~";
  private static final String PASTE_END = "\u001b[201~";

  @TempDir private static Path shared;
  private static @Nullable Window common;

  @TempDir private Path folder;

  @AfterAll
  static void closeCommon() throws Exception {
    if (common != null) {
      common.close();
    }
  }

  /// One REPL for all tests that leave it as it was.
  private static Window shared() throws Exception {
    if (common == null) {
      var environment = new HashMap<String, String>();
      environment.put("XDG_STATE_HOME", shared.resolve("state").toString());
      environment.put("EDITOR", editor().toString());
      common = Window.open(100, 30, shared, environment, "'" + Duet.LAUNCHER + "'");
    }
    return common.awaitPrompt("duet>").fresh();
  }

  /// One that adds a line to what is Python.
  private static Path editor() throws Exception {
    Path editor = shared.resolve("editor");
    Files.writeString(
        editor,
        """
        #!/bin/sh
        for f in "$@"; do case $f in *.py) echo "print('mine')" >> $f;; esac; done
        """);
    editor.toFile().setExecutable(true);
    return editor;
  }

  private Window open(String... environment) throws Exception {
    var variables = new HashMap<String, String>();
    variables.put("XDG_STATE_HOME", folder.resolve("state").toString());
    for (String variable : environment) {
      variables.put(variable.split("=", 2)[0], variable.split("=", 2)[1]);
    }
    return Window.open(100, 30, folder, variables, "'" + Duet.LAUNCHER + "'; echo left $?")
        .awaitPrompt("duet>");
  }

  @Test
  void itStartsCompletesPlaysAndLeavesNothing() throws Exception {
    try (Window window = open()) {
      window.type("ru\t").await("duet> run").type("thread_f\t").await("run thread_function");
      window.type("--spe\t").await("--speed").enter("20").awaitPrompt("duet>");
      assertTrue(window.all().contains("same lines 6 of 6"), window.all());
      window.enter("rum").await("Did you mean run").awaitPrompt("duet>");
      window.enter("py 1").await("\n1").enter("java 2").await("==> 2").awaitPrompt("duet>");
      List<ProcessHandle> started = window.descendants();
      assertTrue(started.size() >= 3, started.toString());
      window.type(CTRL_D).await("left 0");
      assertEquals(0, window.awaitEnd());
      for (ProcessHandle handle : started) {
        Duet.awaitEnd(handle);
      }
    }
  }

  @Test
  void aWiderWindowShowsTheLanesSideBySide() throws Exception {
    Window window = shared();
    window.resize(80, 30);
    window.enter("run condition --speed 20").awaitPrompt("duet>");
    assertFalse(window.all().contains("│"), window.all());
    window.resize(140, 30);
    window.enter("again").await("│").awaitPrompt("duet>");
    window.resize(100, 30);
  }

  @Test
  void aPrivateCopyIsEditedPlayedAndReset() throws Exception {
    Window window = shared();
    window.enter("edit condition").await("(your copy)").await("mine").awaitPrompt("duet>");
    window.enter("reset condition").await("Your copy is kept in").awaitPrompt("duet>");
    window.enter("run condition --lanes java --speed 20").awaitPrompt("duet>");
    assertEquals(1, window.all().split("\\(your copy\\)", -1).length - 1, window.all());
  }

  @Test
  void snippetsOfBothLanguagesPlaySideBySide() throws Exception {
    Window window = shared();
    window.resize(140, 30);
    window.enter("both --timeout 60s").awaitPrompt("python │");
    window.enter("for i in range(2):").enter("print('n', i)").type("\u007f").enter("");
    window.awaitPrompt("java │").enter("for (int i = 0; i < 2; i++) IO.println(\"n \" + i);");
    window.enter("").await("same lines 2 of 2").awaitPrompt("duet>");
    window.fresh().enter("log n 1").await("same lines 2 of 2").awaitPrompt("duet>");
    assertFalse(window.all().matches("(?s).*main +n 0.*"), window.all());
    window.enter("save both.jsonl").await("saved in both.jsonl").awaitPrompt("duet>");
    window.resize(100, 30);
    List<String> saved = Files.readAllLines(shared.resolve("both.jsonl"));
    assertEquals(4, saved.stream().filter(line -> line.contains("\"kind\":\"line\"")).count());
  }

  @Test
  void controlCStopsWhatRunsAndKeepsTheState() throws Exception {
    Files.writeString(shared.resolve("hang.py"), "print('on')\nwhile True: pass\n");
    Window window = shared();
    window.enter("py kept = 41").awaitPrompt("duet>");
    window.enter("run hang.py").await("main       on");
    window.type(CTRL_C).await("interrupted").awaitPrompt("duet>");
    window.enter("py").awaitPrompt("py>");
    window.enter("import time; nap = time.sleep").awaitPrompt("py>");
    window.enter("print('begun'); nap(100)").await("\nbegun");
    window.type(CTRL_C).await("KeyboardInterrupt").awaitPrompt("py>");
    window.enter("kept + 1").await("\n42").awaitPrompt("py>");
    window.type(CTRL_D).awaitPrompt("duet>");
    window.enter("java { IO.println(\"begun too\"); while (true) {} }").await("\nbegun too");
    window.type(CTRL_C).await("\ninterrupted").awaitPrompt("duet>");
  }

  @Test
  void whatDoesNotReactEndsWithItsSession() throws Exception {
    Window window = shared();
    window.enter("java").awaitPrompt("java>");
    window.enter("var held = new CountDownLatch(1);").await("held ==>").awaitPrompt("java>");
    window.enter(
        "new Thread(() -> { synchronized (held) { held.countDown(); while (true) {} }"
            + " }).start();");
    window.awaitPrompt("java>").enter("held.await()").awaitPrompt("java>");
    window.enter("{ IO.println(\"stuck\"); synchronized (held) {} }").await("\nstuck");
    window.type(CTRL_C).await("Press Ctrl-C again to end it");
    window.type(CTRL_C).await("the java session is over: you stopped it.").awaitPrompt("java>");
    window.enter("1 + 1").await("$1 ==> 2").awaitPrompt("java>");
    window.enter("System.exit(3)").await("its process ended with status 3").awaitPrompt("java>");
    window.type(CTRL_D).awaitPrompt("duet>");
  }

  @Test
  void codeMayHaveSeveralLines() throws Exception {
    Window window = shared();
    window.enter("py").awaitPrompt("py>");
    window.enter("def twice(n):").enter("return 2 * n").enter("").awaitPrompt("py>");
    window.enter("twice(21)").await("\n42").awaitPrompt("py>");
    window.enter("1 /").await("SyntaxError").awaitPrompt("py>");
    window.type("twi\t").await("py> twice").enter("(4)").await("\n8").awaitPrompt("py>");
    window.enter("exit()").awaitPrompt("duet>").enter("java").awaitPrompt("java>");
    window.enter("int thrice(int n) {").enter("return 3 * n;").enter("}").awaitPrompt("java>");
    window.enter("thrice(7)").await("==> 21").awaitPrompt("java>");
    window.enter("int k = thrice(nowhere);").await("cannot find symbol").awaitPrompt("java>");
    window.enter("%time thrice(8)").await("cpu÷wall").awaitPrompt("java>");
    window.type(CTRL_D).awaitPrompt("duet>");
  }

  @Test
  void pastedCodeArrivesWhole() throws Exception {
    Window window = shared();
    window.enter("py").awaitPrompt("py>");
    String code = "def area(w, h):\n    a = w * h\n\n    return a\n\nprint('area', area(6, 7))";
    window.type(PASTE + code + PASTE_END).await("print('area'").enter("");
    window.await("\narea 42").awaitPrompt("py>");
    assertFalse(window.all().contains("Error"), window.all());
    window.type(CTRL_D).awaitPrompt("duet>");
  }

  @Test
  void threadsThatPrintDoNotDamageTheLineBeingTyped() throws Exception {
    Window window = shared();
    window.enter("py").awaitPrompt("py>");
    window.enter("import threading; gate = threading.Semaphore(0)").awaitPrompt("py>");
    window.enter("def tick():");
    window.enter("for i in range(3):");
    window.enter("gate.acquire(); print('tick', i)").enter("").awaitPrompt("py>");
    window.enter("threading.Thread(target=tick, name='ticker').start()").awaitPrompt("py>");
    window.enter("threading.Timer(0.3, gate.release, [2]).start()").awaitPrompt("py>");
    window.type("answer = 4").await("py> answer = 4").await("ticker  tick 1");
    window.awaitPrompt("py> answer = 4").enter("2").awaitPrompt("py>");
    window.enter("answer").await("\n42").awaitPrompt("py>");
    assertEquals(1, window.all().lines().filter("py> answer = 42"::equals).count());
    window.type(CTRL_D).awaitPrompt("duet>");
  }

  @Test
  void theHistoryOutlivesTheProgramHoweverItEnds() throws Exception {
    try (Window window = open()) {
      window.enter("help list").awaitPrompt("duet>");
      window.enter(" help doctor").awaitPrompt("duet>");
      window.enter("java").awaitPrompt("java>");
      window.enter("int x = 1 +").enter("1;").await("x ==> 2").awaitPrompt("java>");
      window.descendants().forEach(ProcessHandle::destroyForcibly);
      window.awaitEnd();
    }
    Path file = folder.resolve("state/duet/history-duet");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (Window window = open()) {
      window.type(UP).awaitPrompt("duet> java").type(UP).awaitPrompt("duet> help list");
      window.type(CTRL_C).awaitPrompt("duet>").enter("java").awaitPrompt("java>");
      window.type(UP).await("java> int x = 1 +").await("1;").enter("").await("x ==> 2");
    }
  }

  @Test
  void aDumbTerminalWillDo() throws Exception {
    try (Window window = open("TERM=dumb")) {
      window.enter("java 6 * 7").await("==> 42");
      window.enter("run condition --lanes java --speed 20").await("c1: Resource").type(CTRL_D);
      assertEquals(0, window.awaitEnd());
    }
  }

  @Test
  void controlCGivesUpSnippetsAndLines() throws Exception {
    Window window = shared();
    window.enter("both").awaitPrompt("python │").type("x = 1").await("x = 1").type(CTRL_C);
    window.await("Duet has played nothing").awaitPrompt("duet>");
    window.type("no such li").await("no such li").type(CTRL_C).awaitPrompt("duet>");
  }

  @Test
  void whatATerminalAnswersTooLateIsNotTyped() throws Exception {
    Window window = shared();
    window.type("py 6 \u001b[?1;2c* 7").await("py 6 * 7").enter("").await("\n42");
    window.awaitPrompt("duet>");
  }

  @Test
  void pastedCommandsMayBeginASession() throws Exception {
    Window window = shared();
    window.type(PASTE + "help quit\npy\nn = 6\nfor i in range(2):\n    n += i" + PASTE_END);
    window.await("n += i").enter("").awaitPrompt("py>");
    window.enter("n").await("\n7").awaitPrompt("py>").type(CTRL_D).awaitPrompt("duet>");
  }

  @Test
  void commandsComeFromAPipeAsWell() throws Exception {
    String input = "run event --speed 20\npy\ndef f():\n    return 6 * 7\n\nf()\n";
    Path script = Files.writeString(folder.resolve("input"), input);
    Duet good =
        Duet.exec(
            folder,
            Map.of("XDG_STATE_HOME", folder.resolve("state").toString()),
            List.of("sh", "-c", "'" + Duet.LAUNCHER + "' < " + script));
    assertEquals(0, good.status(), good.err());
    assertTrue(good.out().contains("same lines 9 of 9"), good.out());
    assertTrue(good.out().endsWith("42\n"), good.out());
    assertFalse(good.out().contains("\u001b") || good.out().contains("duet>"), good.out());
    assertEquals(1, statusOf("java 1 / 0\njava 2\n"));
    assertEquals(2, statusOf("no_such_command"));
    assertEquals(0, statusOf(""));
  }

  private static int statusOf(String input) {
    return CommandRun.on(new TestConsole().piped(input)).status();
  }
}
