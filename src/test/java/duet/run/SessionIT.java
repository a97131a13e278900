package duet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.process.Hosts;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.Response;
import duet.lane.protocol.HostOrder.Request;
import duet.lane.protocol.HostOrder.Topic;
import duet.scenario.ScriptNeeds;
import duet.scenario.folder.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// Live sessions on real hosts: one for each language, and one on the Python of this machine, where
/// there is one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
@Order(5)
class SessionIT {
  private static final String LOOP = "begun";

  private final List<Line> lines = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch begun = new CountDownLatch(1);
  private Hosts hosts;
  private List<LiveSession> pythons;
  private LiveSession java;

  @BeforeAll
  void open() throws Exception {
    hosts = new Hosts(Home.find());
    java = open("java");
    pythons = new ArrayList<>(List.of(open("python")));
    Lane installed = BuiltInLanes.lanes().withIds(List.of("cpython")).getFirst();
    if (installed.obstacle(Home.find(), Jit.AUTO).isEmpty()) {
      pythons.add(open("cpython"));
    }
  }

  private LiveSession open(String lane) throws Exception {
    return LiveSession.open(
        hosts, BuiltInLanes.lanes().withIds(List.of(lane)).getFirst(), ScriptNeeds.NONE, new Ear());
  }

  @AfterAll
  void close() {
    pythons.forEach(LiveSession::close);
    java.close();
    hosts.close();
  }

  private final class Ear implements LiveSession.OutputListener {
    @Override
    public void printed(Line line) {
      lines.add(line);
      if (line.text().equals(LOOP)) {
        begun.countDown();
      }
    }

    @Override
    public void wrote(String text) {}
  }

  private static Response ask(LiveSession session, Topic topic, String text) throws Exception {
    return session.ask(new Request(topic, "typed", text, text.length()));
  }

  private static String value(LiveSession session, String text) throws Exception {
    Response answer = ask(session, Topic.EVALUATE, text);
    assertTrue(answer.good(), answer.text());
    return answer.text();
  }

  /// Evaluates what prints [#LOOP] and goes on, and cancels it then.
  private Response cancelled(LiveSession session, String text) throws Exception {
    begun = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                begun.await();
                session.cancel();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    return ask(session, Topic.EVALUATE, text);
  }

  @Test
  void pythonKeepsStateAndShowsValues() throws Exception {
    for (LiveSession python : pythons) {
      assertEquals("", value(python, "x = 3\ndef f(n):\n    return n * x\n"));
      assertEquals("21", value(python, "f(7)"));
      assertEquals("22", value(python, "_ + 1"));
      assertEquals("'a\\n'", value(python, "y = 1; 'a\\n'"));
      assertEquals("", value(python, "None"));
    }
  }

  @Test
  void javaKeepsStateAndShowsValues() throws Exception {
    assertEquals("x ==> 3", value(java, "int x = 3"));
    assertEquals("method f(int)", value(java, "int f(int n) { return n * x; }"));
    assertTrue(value(java, "f(7)").matches("\\$\\d+ ==> 21"));
    assertEquals("record P", value(java, "record P(int a) {}"));
    assertEquals("x ==> 4", value(java, "x = 4"));
    assertEquals("a ==> 1\nb ==> 2", value(java, "int a = 1; int b = 2;"));
  }

  @Test
  void pythonErrorsPointIntoWhatWasTyped() throws Exception {
    for (LiveSession python : pythons) {
      Response answer = ask(python, Topic.EVALUATE, "a = 1\ndef g():\n    return 1 / 0\n\ng()");
      assertFalse(answer.good());
      assertEquals(
          """
          Traceback (most recent call last):
            File "typed", line 5, in <module>
              g()
            File "typed", line 3, in g
              return 1 / 0
          ZeroDivisionError: division by zero\
          """,
          answer.text().replaceAll("\n +[~^]+", ""));
      assertEquals(
          "typed:1: SyntaxError: invalid syntax\na b\n  ^",
          ask(python, Topic.EVALUATE, "a b").text());
    }
  }

  @Test
  void javaErrorsPointIntoWhatWasTyped() throws Exception {
    value(java, "void boom() {\n  throw new IllegalStateException(\"no\");\n}");
    assertEquals(
        """
        java.lang.IllegalStateException: no
          at boom (typed:2)
              throw new IllegalStateException("no");
          at (typed:2)
              boom();\
        """,
        ask(java, Topic.EVALUATE, "int z = 1;\nboom();")
            .text()
            .lines()
            .reduce("", SessionIT::joined));
    assertEquals(
        """
        typed:2: error: cannot find symbol
        int k = nowhere;
                ^
          symbol:   variable nowhere\
        """,
        ask(java, Topic.EVALUATE, "int l = 1;\nint k = nowhere;")
            .text()
            .replaceAll("(?s)^l ==> 1\n", ""));
  }

  private static String joined(String a, String b) {
    return b.startsWith("z ==>") ? a : a.isEmpty() ? b : a + "\n" + b;
  }

  @Test
  void cancellingLeavesTheStateAsItIs() throws Exception {
    for (LiveSession python : pythons) {
      value(python, "kept = 5");
      Response interrupted =
          cancelled(python, "import time\nprint('begun')\nwhile True:\n    pass");
      assertTrue(interrupted.text().endsWith("KeyboardInterrupt"), interrupted.text());
      assertTrue(
          cancelled(python, "print('begun'); time.sleep(100)")
              .text()
              .endsWith("KeyboardInterrupt"));
      assertTrue(
          cancelled(
                  python,
                  """
                  import threading
                  print('begun')
                  l = threading.Lock(); l.acquire(); l.acquire()
                  """)
              .text()
              .endsWith("KeyboardInterrupt"));
      assertEquals("5", value(python, "kept"));
    }

    value(java, "int kept = 5;");
    assertEquals(
        "interrupted", cancelled(java, "{ IO.println(\"begun\"); while (true) kept++; }").text());
    assertFalse(cancelled(java, "IO.println(\"begun\"); Thread.sleep(100_000);").good());
    assertFalse(
        cancelled(java, "IO.println(\"begun\"); new LinkedBlockingQueue<String>().take();").good());
    assertTrue(value(java, "kept > 5").endsWith("true"));
  }

  @Test
  void finallyRunsWhenCancelled() throws Exception {
    for (LiveSession python : pythons) {
      lines.clear();
      cancelled(
          python, "try:\n    print('begun')\n    while True: pass\nfinally:\n    print('tidy p')");
      assertEquals(List.of("begun", "tidy p"), lines.stream().map(Line::text).toList());
    }
    lines.clear();
    cancelled(
        java, "try { IO.println(\"begun\"); while (true) {} } finally { IO.println(\"tidy j\"); }");
    assertEquals(List.of("begun", "tidy j"), lines.stream().map(Line::text).toList());
  }

  @Test
  void threadsGoOnPrintingAfterTheAnswer() throws Exception {
    for (LiveSession python : pythons) {
      lines.clear();
      begun = new CountDownLatch(1);
      value(
          python,
          """
          import threading
          gate = threading.Event()
          threading.Thread(target=lambda: (gate.wait(), print('begun')), name='late').start()
          """);
      value(python, "gate.set()");
      begun.await();
      assertTrue(lines.stream().anyMatch(line -> line.thread().equals("late")));
    }
    begun = new CountDownLatch(1);
    value(java, "var gate = new CountDownLatch(1);");
    value(
        java,
        "Thread.ofPlatform().name(\"later\").start(() -> { try { gate.await(); } catch"
            + " (InterruptedException e) {} IO.println(\"begun\"); });");
    value(java, "gate.countDown()");
    begun.await();
    assertTrue(lines.stream().anyMatch(line -> line.thread().equals("later")));
  }

  @Test
  void textWithoutLineEndIsShownWhenTheInputOrTheThreadEnds() throws Exception {
    for (LiveSession session : Stream.concat(pythons.stream(), Stream.of(java)).toList()) {
      lines.clear();
      boolean isPython = !session.equals(java);
      value(session, isPython ? "print('one', end='')" : "System.out.print(\"one\")");
      value(session, isPython ? "print('two')" : "IO.println(\"two\")");
      begun = new CountDownLatch(1);
      value(
          session,
          isPython
              ? "threading = __import__('threading');"
                  + " threading.Thread(target=lambda: print('begun', end='')).start()"
              : "new Thread(() -> System.out.print(\"begun\")).start();");
      begun.await();
      assertEquals(List.of("one", "two", LOOP), lines.stream().map(Line::text).toList());
    }
  }

  @Test
  void bothLanguagesTellWhetherAnInputIsComplete() throws Exception {
    for (LiveSession python : pythons) {
      assertEquals("COMPLETE", ask(python, Topic.EXAMINE, "x = 1").text());
      assertEquals("INCOMPLETE", ask(python, Topic.EXAMINE, "def f():").text());
      assertEquals(4, ask(python, Topic.EXAMINE, "def f():").at());
      assertEquals("INCOMPLETE", ask(python, Topic.EXAMINE, "def f():\n    return 1").text());
      assertEquals(0, ask(python, Topic.EXAMINE, "def f():\n    return 1").at());
      assertEquals("COMPLETE", ask(python, Topic.EXAMINE, "def f():\n    return 1\n").text());
      for (String begun :
          List.of(
              "x = (1,", "'''abc", "try:\n    x\n", "@once", "x = 1 + \\", "f(1,\n2", "class A:")) {
        assertEquals("INCOMPLETE", ask(python, Topic.EXAMINE, begun).text(), begun);
      }
      assertEquals("INVALID", ask(python, Topic.EXAMINE, "x = = 1").text());
    }
    assertEquals("COMPLETE", ask(java, Topic.EXAMINE, "int x = 1").text());
    assertEquals("INCOMPLETE", ask(java, Topic.EXAMINE, "void f() {").text());
    assertEquals(2, ask(java, Topic.EXAMINE, "void f() {").at());
    assertEquals("COMPLETE", ask(java, Topic.EXAMINE, "void f() {\n}\nint y = 1;").text());
    assertEquals("INVALID", ask(java, Topic.EXAMINE, "int x = ;").text());
  }

  @Test
  void bothLanguagesComplete() throws Exception {
    for (LiveSession python : pythons) {
      value(python, "class Account:\n    balance = 1\n\naccount = Account()");
      assertTrue(ask(python, Topic.COMPLETE, "acc").items().contains("account"));
      Response attribute = ask(python, Topic.COMPLETE, "x = account.bal");
      assertEquals(List.of("balance"), attribute.items());
      assertEquals("x = account.".length(), attribute.at());
    }
    value(java, "var account = new ArrayList<String>();");
    assertTrue(ask(java, Topic.COMPLETE, "acc").items().contains("account"));
    assertTrue(ask(java, Topic.COMPLETE, "account.isEm").items().contains("isEmpty()"));
  }

  @Test
  void aScriptsDefinitionsAreLoadedAndWhatItDoesIsLeftOut() throws Exception {
    lines.clear();
    for (LiveSession python : pythons) {
      Response answer =
          ask(
              python,
              Topic.LOAD,
              """
              import queue
              loops = [4, 2]
              def work(n):
                  return n + sum(loops)
              box = queue.Queue()
              print('left out')
              started = work(1)
              """);
      assertEquals(List.of("loops", "work", "box"), answer.items());
      assertEquals("6-7", answer.text());
      assertEquals("9", value(python, "work(3)"));
    }
    Response loaded =
        ask(
            java,
            Topic.LOAD,
            "final List<Integer> loops = List.of(4, 2);\nvoid main() { IO.println(\"no\"); }\n");
    assertEquals(List.of("loops", "main"), loaded.items());
    assertTrue(value(java, "loops = List.of(1)").endsWith("[1]"));
    assertEquals(List.of(), lines);
  }

  @Test
  void timesAreTakenOverManyLoops() throws Exception {
    for (LiveSession python : pythons) {
      assertIsTimed(ask(python, Topic.TIME, "sum(range(100))"));
    }
    assertIsTimed(ask(java, Topic.TIME, "for (int i = 0; i < 10; i++) { }"));
  }

  /// Each round keeps its value, of whatever type: no field of the loop holds one value for all
  /// rounds.
  @Test
  void whatIsTimedCanBeAnObject() throws Exception {
    assertIsTimed(ask(java, Topic.TIME, "new ArrayList<String>()"));
  }

  private static void assertIsTimed(Response answer) {
    assertTrue(answer.good(), answer.text());
    assertEquals(6, answer.items().size());
    assertTrue(Long.parseLong(answer.items().getFirst()) > 1);
    double seconds = Double.parseDouble(answer.items().get(1));
    assertTrue(seconds > 0 && seconds < 0.1, () -> answer.items().toString());
    assertTrue(Double.parseDouble(answer.text()) > 0);
  }

  @Test
  void statementsBecomeAScript() throws Exception {
    assertEquals(
        """
        void main() throws Exception {
          int n = 2;
          IO.println(twice(n));
        }

        int twice(int a) { return 2 * a; }
        """,
        ask(
                java,
                Topic.SCRIPT,
                "int n = 2;\nint twice(int a) { return 2 * a; }\nIO.println(twice(n))")
            .text());
  }

  @Test
  void codeThatEndsTheProcessEndsOnlyItsSession() throws Exception {
    try (LiveSession doomed = open("java")) {
      var over =
          assertThrows(
              LiveSession.SessionEnded.class, () -> ask(doomed, Topic.EVALUATE, "System.exit(3)"));
      assertTrue(over.reason().contains("status 3"), over.reason());
      assertFalse(doomed.isOpen());
      assertThrows(LiveSession.SessionEnded.class, () -> ask(doomed, Topic.EVALUATE, "1"));
    }
  }
}
