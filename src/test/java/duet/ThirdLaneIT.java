package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.batch.Batch;
import duet.batch.BatchListener;
import duet.clock.SystemClock;
import duet.compare.BatchReport;
import duet.compare.Judgement;
import duet.console.Screen;
import duet.console.Theme;
import duet.course.Course;
import duet.course.grade.Grading;
import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.Lanes;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.echo.EchoLane;
import duet.lane.process.Hosts;
import duet.log.BatchHeader;
import duet.log.BatchLogs;
import duet.log.LogFile;
import duet.log.LogReader;
import duet.render.file.JUnitFile;
import duet.render.html.ReportPage;
import duet.render.terminal.BatchView;
import duet.render.terminal.LiveView;
import duet.render.terminal.TimelineStyle;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.PlayListeners;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.run.Run;
import duet.scenario.Scenario;
import duet.scenario.ScriptNeeds;
import duet.scenario.folder.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A third lane is one package and one line of registration: it plays, is compared, shown, saved,
/// reported and graded, though nothing else in the program knows of it.
class ThirdLaneIT {
  private static final Lanes LANES =
      new Lanes(
          Stream.concat(BuiltInLanes.lanes().usual().stream(), Stream.of(new EchoLane())).toList(),
          List.of());

  @TempDir private Path folder;

  @Test
  void itPlaysBesideTheOthersAndIsShownSavedAndReadBack() throws Exception {
    pair("both", "expect: {echo: {includes: [two]}}");
    Scenario scenario = LANES.scripts().scenarios(List.of(folder)).getFirst();
    var wide = new StringBuilder();
    var narrow = new StringBuilder();
    Path log = folder.resolve("log.jsonl");
    Play play;
    try (var hosts = new Hosts(Home.find());
        LogFile file = LogFile.open(log)) {
      var listeners = new PlayListeners(List.of(file.view(), view(wide, 160), view(narrow, 80)));
      play = new Player(hosts).play(scenario, options(LANES.usual()), listeners);
    }
    assertEquals(List.of("python", "java", "echo"), play.runs().stream().map(Run::lane).toList());
    assertTrue(Judgement.of(play).asExpected(), () -> Judgement.of(play).broken().toString());
    assertEquals(
        List.of(2, 1), Judgement.of(play).comparisons().stream().map(c -> c.same()).toList());

    assertTrue(wide.toString().lines().anyMatch(ThirdLaneIT::isHeadOfThree), wide::toString);
    assertTrue(wide.toString().contains("same lines as python"), wide::toString);
    assertTrue(
        wide.toString().lines().anyMatch(line -> line.matches(" echo .* completed +1 of 3")),
        wide::toString);
    assertTrue(narrow.toString().lines().noneMatch(row -> row.contains("│")), narrow::toString);
    for (String lane : List.of("python", "java  ", "echo  ")) {
      assertTrue(
          narrow.toString().lines().anyMatch(r -> r.startsWith(lane + "  ")), narrow::toString);
    }

    String saved = Files.readString(log);
    assertTrue(saved.contains("\"only_python\":0,\"only_java\":0,\"only_echo\":1"), saved);
    assertTrue(saved.contains("\"right\":\"echo\",\"same_lines\":1,\"only_left\":1"), saved);
    assertEquals(
        List.of(play.runs().getLast()),
        replayed(log).stream().filter(ThirdLaneIT::isEcho).toList());
  }

  @Test
  void itIsReportedAndGraded() throws Exception {
    write("course/01/lesson.md", LESSON);
    write("course/01/exercises/hello.echo", "nothing yet");
    write("course/01/exercises/hello.py", "print('nothing yet')");
    write("class/ana/hello.echo", "hello");
    write("class/bo/hello.echo", "goodbye");
    Course course = Course.of(LANES.scripts(), folder.resolve("course"), _ -> {});
    Grading grading = Grading.of(course, LANES.usual(), List.of(folder.resolve("class")), _ -> {});
    BatchLogs logs = played(grading.scenarios());
    BatchReport report = logs.report();

    var console = new StringBuilder();
    new BatchView(new Screen(console, new Theme(false), 0, false), new SystemClock())
        .summary(report);
    assertTrue(console.toString().contains("echo: expected the line 'hello'"), console::toString);
    Path junit = folder.resolve("junit.xml");
    Path html = folder.resolve("report.html");
    try (JUnitFile file = JUnitFile.open(junit);
        ReportPage page = ReportPage.open(html)) {
      logs.write(report, file);
      logs.write(report, page);
    }
    assertTrue(Files.readString(junit).contains("name=\"hello [echo]\""), "in the JUnit report");
    assertTrue(Files.readString(html).contains("<h2>echo Echo 1.0</h2>"), "in the HTML report");

    Path table = folder.resolve("grades.csv");
    grading.write(report, table);
    List<String> rows = Files.readAllLines(table);
    assertEquals("learner,module,exercise,solved,python,java,echo,problem", rows.get(0));
    assertEquals("ana,01,hello,yes,missing,,solved,", rows.get(1));
    assertTrue(rows.get(2).startsWith("bo,01,hello,no,missing,,open,"), rows.get(2));
  }

  private static final String LESSON =
      """
      ---
      title: First
      exercises:
        - name: hello
          task: Say hello.
          expect: {echo: {prints: [hello]}}
      ---
      # First
      """;

  private BatchLogs played(List<Scenario> scenarios) throws Exception {
    Path log = folder.resolve("batch.jsonl");
    List<String> paths = scenarios.stream().map(Scenario::path).toList();
    try (Hosts hosts = Hosts.lasting(Home.find());
        LogFile file = LogFile.open(log)) {
      file.begin(new BatchHeader(1, 1, paths, paths, false));
      var rules = new Batch.Rules(2, 0, false);
      new Batch(hosts, options(LANES.usual()), rules, file, new BatchListener() {}).play(scenarios);
    }
    return BatchLogs.of(List.of(log));
  }

  private static List<Run> replayed(Path log) throws Exception {
    var runs = new ArrayList<Run>();
    LogReader.tell(
        log,
        place ->
            new PlayListener() {
              @Override
              public void finished(Play play) {
                runs.addAll(play.runs());
              }
            });
    return runs;
  }

  private static boolean isEcho(Run run) {
    return run.lane().equals("echo");
  }

  private static boolean isHeadOfThree(String row) {
    List<String> columns = Arrays.stream(row.split("│")).map(String::strip).toList();
    return columns.size() == 3
        && columns.get(0).startsWith("python ")
        && columns.get(1).startsWith("java ")
        && columns.get(2).equals("echo    Echo 1.0");
  }

  private static LiveView view(StringBuilder out, int width) {
    return new LiveView(
        new Screen(out, new Theme(false), width, false),
        new SystemClock(),
        LiveView.fitsSideBySide(width),
        TimelineStyle.NONE);
  }

  private void pair(String name, String declared) throws IOException {
    write(name + ".py", "print('one')\nprint('two')\n");
    write(name + ".java", "void main() { IO.println(\"one\"); IO.println(\"two\"); }\n");
    write(name + ".echo", "two\nthree\n");
    write(name + ".duet.yaml", declared);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static PlayOptions options(List<Lane> lanes) {
    return new PlayOptions(
        lanes,
        Optional.empty(),
        1,
        Jit.AUTO,
        Duration.ofSeconds(20),
        false,
        PlayOptions.MAX_LINES,
        ScriptNeeds.NONE,
        List.of(),
        true,
        0);
  }
}
