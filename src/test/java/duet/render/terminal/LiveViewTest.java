package duet.render.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.clock.TestClock;
import duet.console.Cells;
import duet.console.Screen;
import duet.console.Theme;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.Usage;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.Run;
import duet.run.Tempo;
import duet.scenario.Expectations;
import duet.scenario.Kind;
import duet.scenario.LineAgreement;
import duet.scenario.Scenario;
import duet.scenario.SeriesDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Screens are compared with files in `src/test/resources/screens`. `mvn test -Dtest=LiveViewTest
/// -Dscreens=write` writes those anew.
class LiveViewTest {
  private static final Scenario SCENARIO =
      new Scenario(
          "boom",
          "two loops",
          "",
          Kind.WAITS,
          new LineAgreement.SameLines(),
          List.of(),
          SeriesDeclaration.NONE,
          Expectations.NONE,
          Map.of("py", Path.of("boom.py"), "java", Path.of("boom.java")));

  private static final Path GOLDEN = Path.of("src/test/resources/screens");
  private static final boolean WRITE = "write".equals(System.getProperty("screens"));

  private static final List<Line> PYTHON =
      List.of(
          line(1, 0.001, "main", 1, OutputChannel.OUT, "starting at: Sun Nov 22 10:00:00 2026"),
          line(2, 0.002, "loop", 30, OutputChannel.OUT, "start loop0"),
          line(3, 0.003, "loop", 31, OutputChannel.OUT, "start 日本語 and 👍 \u001b[31mred"),
          line(
              4,
              2.001,
              "loop",
              31,
              OutputChannel.OUT,
              "a line that is too long for its column and goes on below it, as far as it needs to"),
          line(5, 4.000, "main", 1, OutputChannel.ERR, "RuntimeError: boom"));
  private static final List<Line> JAVA =
      List.of(
          line(1, 0.004, "main", 1, OutputChannel.OUT, "starting at: Sun Nov 22 10:00:00 2026"),
          line(2, 2.004, "Thread-0", 30, OutputChannel.OUT, "start loop0"),
          line(3, 3.000, "", 40, OutputChannel.OUT, "\ttabbed"));

  @TestFactory
  List<DynamicTest> screens() {
    return List.of(
        screen("wide", 120, false, Outcome.COMPLETED),
        screen("wide-colour", 120, true, Outcome.COMPLETED),
        screen("narrow", 80, false, Outcome.FAILED),
        screen("plain", 0, false, Outcome.TIMED_OUT));
  }

  @TestFactory
  List<DynamicTest> screensOfThreeLanes() {
    return List.of(
        DynamicTest.dynamicTest("three-wide", () -> compare("three-wide", renderThree(160))),
        DynamicTest.dynamicTest("three-narrow", () -> compare("three-narrow", renderThree(80))));
  }

  @Test
  void rowsStayInsideTheWidth() {
    for (String row : render(100, false, Outcome.COMPLETED).lines().skip(1).limit(8).toList()) {
      assertTrue(Cells.columns(row) <= 100, row);
      assertEquals(
          48,
          row.indexOf('│') < 0 ? 48 : Cells.columns(row.substring(0, row.indexOf('│'))) - 1,
          row);
    }
  }

  @Test
  void linesOfOneMomentShareARow() {
    String screen = render(120, false, Outcome.COMPLETED);
    String first =
        screen.lines().filter(row -> row.contains("starting at")).findFirst().orElseThrow();
    assertEquals(2, first.split("starting at", -1).length - 1, first);
  }

  /// Nothing is said about a short wait; a longer one is on the last line, which goes away again.
  @Test
  void whatIsBeingWaitedForIsToldAfterAWhile() {
    var clock = new TestClock();
    var out = new StringBuilder();
    var screen = new Screen(out, new Theme(false), 100, true);
    var view = new LiveView(screen, clock, true, TimelineStyle.NONE);
    view.begins(SCENARIO, Tempo.TOGETHER, 1, List.of("python", "java"));
    view.booted("java", "OpenJDK 25");
    out.setLength(0);
    clock.pass(Duration.ofMillis(400));
    view.tick();
    assertEquals("", out.toString());
    clock.pass(Duration.ofMillis(100));
    view.tick();
    assertTrue(out.toString().endsWith(" starting python … 0.5 s"), out.toString());
  }

  /// Lanes' lines come through pipes of their own, so that each line waits for earlier ones.
  @Test
  void linesAreHeldBackUntilEarlierOnesMustHaveCome() {
    var clock = new TestClock();
    var out = new StringBuilder();
    var screen = new Screen(out, new Theme(false), 100, true);
    var view = new LiveView(screen, clock, true, TimelineStyle.NONE);
    view.begins(SCENARIO, Tempo.TOGETHER, 1, List.of("python", "java"));
    view.goes("python");
    view.goes("java");
    view.printed("java", line(0, 0.010, "main", 1, OutputChannel.OUT, "second"));
    clock.pass(Duration.ofMillis(65));
    view.tick();
    assertFalse(out.toString().contains("second"), out.toString());
    view.printed("python", line(0, 0.002, "main", 1, OutputChannel.OUT, "first"));
    clock.pass(Duration.ofMillis(10));
    view.tick();
    assertTrue(out.indexOf("first") < out.indexOf("second"), out.toString());
    assertTrue(out.indexOf("first") >= 0, out.toString());
  }

  @Test
  void whatIsNotFinishedIsOnTheLastLineUntilTheLineIsWhole() {
    var clock = new TestClock();
    var out = new StringBuilder();
    var view =
        new LiveView(new Screen(out, new Theme(false), 80, true), clock, true, TimelineStyle.NONE);
    view.begins(SCENARIO, Tempo.TOGETHER, 1, List.of("python", "java"));
    view.goes("python");
    view.unfinished("python", line(0, 0.001, "main", 1, OutputChannel.OUT, "copying 10 %"));
    view.unfinished("python", line(0, 0.001, "main", 1, OutputChannel.OUT, "copying 20 %"));
    view.unfinished("java", line(0, 0.001, "main", 1, OutputChannel.OUT, "x".repeat(90) + "99 %"));
    clock.pass(Duration.ofMillis(100));
    out.setLength(0);
    view.tick();
    String shown = out.substring(out.lastIndexOf("0.1 s"));
    assertTrue(shown.startsWith("0.1 s · python main: copying 20 % │ java main: …xx"), shown);
    assertTrue(shown.endsWith("x99 %"), shown);
    assertTrue(Cells.columns(shown) < 80, shown);
    view.printed("python", line(1, 0.001, "main", 1, OutputChannel.OUT, "copying 100 %"));
    clock.pass(Duration.ofMillis(100));
    out.setLength(0);
    view.tick();
    assertTrue(out.toString().contains(" copying 100 %\n"), out.toString());
    assertFalse(out.toString().contains("python main:"), out.toString());
  }

  /// What is not a terminal gets whole lines only.
  @Test
  void aPlainScreenShowsWholeLinesOnly() {
    var out = new StringBuilder();
    var screen = new Screen(out, new Theme(false), 0, false);
    var view = new LiveView(screen, new TestClock(), false, TimelineStyle.NONE);
    view.begins(SCENARIO, Tempo.TOGETHER, 1, List.of("python", "java"));
    view.goes("python");
    out.setLength(0);
    view.unfinished("python", line(0, 0.001, "main", 1, OutputChannel.OUT, "copying"));
    view.tick();
    assertEquals("", out.toString());
  }

  private static DynamicTest screen(String name, int width, boolean colour, Outcome outcome) {
    return DynamicTest.dynamicTest(name, () -> compare(name, render(width, colour, outcome)));
  }

  private static void compare(String name, String actual) throws IOException {
    Path file = GOLDEN.resolve(name + ".txt");
    if (WRITE) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, actual);
    }
    assertEquals(Files.readString(file), actual);
  }

  private static String render(int width, boolean colour, Outcome outcome) {
    var out = new StringBuilder();
    var screen = new Screen(out, new Theme(colour), width, false);
    PlayListener view =
        new LiveView(screen, new TestClock(), LiveView.fitsSideBySide(width), TimelineStyle.BLOCKS);
    view.begins(SCENARIO, Tempo.TOGETHER, 1, List.of("python", "java"));
    view.booted("java", "OpenJDK 25");
    view.booted("python", "GraalPy 25 · Python 3.12");
    PYTHON.forEach(line -> view.printed("python", line));
    JAVA.forEach(line -> view.printed("java", line));
    String message = outcome == Outcome.COMPLETED ? "" : "what happened\nand where";
    view.finished(
        new Play(
            SCENARIO,
            Tempo.TOGETHER,
            1,
            List.of(
                run("python", PYTHON, outcome, message),
                run("java", JAVA, Outcome.COMPLETED, ""))));
    return out.toString();
  }

  private static String renderThree(int width) {
    final String third = "cpython-3.14t";
    List<Line> lines = JAVA.subList(0, 2);
    var out = new StringBuilder();
    var screen = new Screen(out, new Theme(false), width, false);
    PlayListener view =
        new LiveView(screen, new TestClock(), LiveView.fitsSideBySide(width), TimelineStyle.BLOCKS);
    view.begins(SCENARIO, Tempo.TOGETHER, 1, List.of("python", "java", third));
    view.booted(third, "CPython 3.14");
    view.booted("java", "OpenJDK 25");
    view.booted("python", "GraalPy 25 · Python 3.12");
    PYTHON.forEach(line -> view.printed("python", line));
    JAVA.forEach(line -> view.printed("java", line));
    lines.forEach(line -> view.printed(third, line));
    view.finished(
        new Play(
            SCENARIO,
            Tempo.TOGETHER,
            1,
            List.of(
                run("python", PYTHON, Outcome.COMPLETED, ""),
                run("java", JAVA, Outcome.COMPLETED, ""),
                run(third, lines, Outcome.COMPLETED, ""))));
    return out.toString();
  }

  private static Run run(String lane, List<Line> lines, Outcome outcome, String message) {
    var usage = new Usage(4.004, OptionalDouble.of(0.05), OptionalDouble.of(0.1));
    return new Run(lane, lane.equals("python"), "", lines, 0, outcome, usage, message, List.of());
  }

  private static Line line(
      long seq, double seconds, String thread, long tid, OutputChannel stream, String text) {
    return new Line(seq, Math.round(seconds * 1e9), thread, tid, stream, text);
  }
}
