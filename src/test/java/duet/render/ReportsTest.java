package duet.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.clock.TestClock;
import duet.compare.BatchReport;
import duet.compare.BrokenExpectation;
import duet.compare.ScenarioResult;
import duet.compare.UndecidedExpectation;
import duet.console.Screen;
import duet.console.Theme;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.Usage;
import duet.log.ReportListener;
import duet.log.ResultWriter;
import duet.render.file.CsvFile;
import duet.render.file.CsvTable;
import duet.render.file.JUnitFile;
import duet.render.file.JobSummary;
import duet.render.html.ReportPage;
import duet.render.terminal.BatchView;
import duet.run.Play;
import duet.run.Run;
import duet.run.Tempo;
import duet.scenario.Expectations;
import duet.scenario.Grade;
import duet.scenario.Kind;
import duet.scenario.LineAgreement;
import duet.scenario.ResultRule;
import duet.scenario.Scenario;
import duet.scenario.SeriesDeclaration;
import duet.scenario.file.VisibleText;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/// Reports of batches, of which no script is ever played. `mvn test -Dtest=ReportsTest
/// -Dscreens=write` writes the expected screen anew.
class ReportsTest {
  private static final Path SCREEN = Path.of("src/test/resources/screens/batch.txt");
  private static final boolean WRITE = "write".equals(System.getProperty("screens"));
  private static final String ODD = "\u001b[31mred\n\"<b>&'\u202e|`";

  /// Names that attack who reads a report: its terminal, page, spreadsheet or log.
  private static final List<String> HOSTILE =
      List.of(
          "<img src=x onerror=alert(1)>",
          "</script><script>alert(1)</script>",
          "=cmd|' /C calc'!A0",
          "\u001b]0;owned\u0007\u001b[2J\u009b31m",
          "x\nbo,01,overlap,yes",
          "x\r\u0085y\u0000\u007f",
          "\u202egnp.exe",
          "]]>&#27;&amp;");

  @TempDir private Path folder;

  /// The plays of a batch, by their results.
  private final Map<ScenarioResult, Play> plays = new LinkedHashMap<>();

  @Test
  void theConsoleTellsAll() throws Exception {
    BatchReport report =
        report(
            passed("a/good"),
            flaky("a/now_and_then"),
            counted("a/coin"),
            failed("b/a_scenario_with_a_name_that_is_too_long_for_its_column", "boom"),
            ScenarioResult.missing("b/not_reached"));
    String actual = console(report, false);
    if (WRITE) {
      Files.writeString(SCREEN, actual);
    }
    assertEquals(Files.readString(SCREEN), actual);
  }

  /// Only a terminal has no room.
  @Test
  void aLongNameIsCutOnATerminalOnly() {
    String name = "b/" + "x".repeat(80);
    assertTrue(console(report(passed(name)), false).contains(name + " "));
    String cut = " ✓ b/" + "x".repeat(41) + "…  python";
    assertTrue(console(report(passed(name)), true).contains(cut));
  }

  /// Whatever a file is called, and whatever it prints.
  @Test
  void oddNamesBreakNoReport() throws Exception {
    BatchReport report =
        report(failed(ODD + "/" + ODD, ODD), counted(ODD), ScenarioResult.missing(ODD + "2"));
    String console = console(report, true) + console(report, false);
    assertFalse(console.contains("\u001b[31m"), console);
    assertTrue(console(report, false).indexOf('\u001b') < 0, console);
    assertFalse(console.contains("\u202e"), console);
    assertTrue(console.contains("␛[31mred␊\"<b>&'"), console);
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    var suites = builder.parse(new InputSource(new StringReader(junit(report))));
    assertEquals(2, suites.getElementsByTagName("testsuite").getLength());
    String page = page(report);
    assertFalse(page.contains("<b>&"), page);
    assertFalse(page.contains("\u202e"), page);
    String summary = JobSummary.markdown(report);
    assertFalse(summary.contains("\u001b"), summary);
    assertTrue(summary.contains("\\<b\\>") && summary.contains("\\|"), summary);
    String csv = csv(report);
    assertEquals(1 + 3, csv.lines().count(), csv);
    assertFalse(csv.contains("\u001b") || csv.contains("\u202e"), csv);
  }

  /// Wherever a name or a text is told, it is text.
  @Test
  void hostileNamesDoNothing() throws Exception {
    for (String name : HOSTILE) {
      BatchReport report =
          report(failed(name + "/" + name, name), counted(name), ScenarioResult.missing(name));
      String page = page(report);
      String xml = junit(report);
      String summary = JobSummary.markdown(report);
      for (String told : List.of(console(report, false), page, xml, summary, csv(report))) {
        assertTrue(told.chars().allMatch(c -> c == '\n' || VisibleText.picture(c) == c), told);
      }
      assertFalse(page.contains("<img") || page.contains("<script>alert"), page);
      assertFalse(summary.replace("\\<", "").contains("<"), summary);
      assertEquals(1 + 3, csv(report).lines().count(), csv(report));
      assertTrue(csv(report).lines().noneMatch(row -> row.matches("\"?=.*")), csv(report));
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      var parsed = builder.parse(new InputSource(new StringReader(xml)));
      assertEquals(3, parsed.getElementsByTagName("testcase").getLength());
    }
  }

  /// What a spreadsheet would play.
  @Test
  void noCellIsAFormula() {
    var table = new CsvTable(List.of("cell", "more"));
    for (String cell :
        List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\t=x", "＝1", "=\"a\",1", "a=1")) {
      table.row(List.of(cell, ""));
    }
    assertEquals(
        """
        cell,more
        '=1+1,
        '+1,
        '-1,
        '@SUM(A1),
            x,
        '    =x,
        '＝1,
        "'=""a"",1",
        a=1,\
        """,
        table.text());
  }

  /// The page has what the console has.
  @Test
  void aPageCountsResultsAndShowsTheBreakingPlayOnce() throws Exception {
    String page = page(report(counted("coin")));
    assertTrue(page.contains("<td>the coin</td><td>heads</td><td>1</td><td>acceptable</td>"), page);
    assertTrue(page.contains("<td>the coin</td><td>edge</td><td>1</td><td>forbidden</td>"), page);
    assertTrue(page.contains("The first not as expected of 2 plays:"), page);
    assertEquals(1, page.split("the result is: edge", -1).length - 1, page);
  }

  @Test
  void aPageShowsAThousandLinesOfALane() throws Exception {
    var lines = new ArrayList<Line>();
    for (int i = 1; i <= 1_500; i++) {
      lines.add(line(i, "line " + i));
    }
    Play play = play(scenario("long", List.of()), run(Outcome.COMPLETED, lines, ""));
    String page = page(report(result(play)));
    assertTrue(page.contains("line 1000<") && !page.contains("line 1001<"));
    assertTrue(page.contains("… and 500 more lines; they are in the log."));
  }

  @Test
  void nothingToReportMakesAPageToo() throws Exception {
    assertTrue(page(report()).contains("value=\"all\" checked"));
  }

  /// A longer summary would not be shown at all.
  @Test
  void aJobsSummaryHasRoom() {
    var results = new ArrayList<ScenarioResult>();
    for (int i = 0; i < 100; i++) {
      results.add(failed("m/" + i, "ü".repeat(10_000)));
    }
    String summary = JobSummary.markdown(new BatchReport(results, List.of("a note")));
    assertTrue(summary.length() < 900_000 && summary.endsWith("… and more\n\n"));
    assertTrue(summary.contains("| m | 0 | 0 | 0 | 0 | 100 | 0 |"), summary.substring(0, 400));
  }

  /// Neither passed nor failed, in every format.
  @Test
  void whatTheMachineLeftOpenIsReportedAsSuch() throws Exception {
    var open =
        new UndecidedExpectation(
            BrokenExpectation.About.WALL, "python", "1 s", "it took 2 s, but waited");
    ScenarioResult passed = passed("a/late");
    var result =
        new ScenarioResult(
            passed.path(),
            passed.title(),
            1,
            passed.lanes(),
            List.of(),
            List.of(),
            List.of(open),
            Optional.empty(),
            1,
            Optional.empty());
    plays.put(result, Objects.requireNonNull(plays.get(passed)));
    BatchReport report = report(result);
    assertTrue(report.isGood());
    String sentence = "python: not decided: expected 1 s; it took 2 s, but waited";
    assertTrue(console(report, false).contains("? a/late"), console(report, false));
    assertTrue(console(report, false).contains(sentence), console(report, false));
    assertTrue(junit(report).contains("<skipped message=\"" + sentence), junit(report));
    assertTrue(junit(report).contains("skipped=\"1\""), junit(report));
    assertTrue(page(report).contains("data-standing=\"undecided\""), page(report));
    assertTrue(page(report).contains(sentence), page(report));
    assertTrue(JobSummary.markdown(report).contains(sentence), JobSummary.markdown(report));
    String json = ResultWriter.of(report.results().getFirst());
    assertTrue(json.contains("\"standing\":\"undecided\""), json);
    assertTrue(json.contains("\"undecided\":[{\"about\":\"wall\""), json);
  }

  /// Before, the outcome of the last play stood there, which may have completed.
  @Test
  void whatFailedIsTypedByWhatWasExpected() throws Exception {
    String xml = junit(report(flaky("now_and_then"), failed("ever", "boom")));
    assertTrue(xml.contains("<flakyFailure type=\"outcome\""), xml);
    assertTrue(xml.contains("<failure type=\"outcome\""), xml);
  }

  private BatchReport report(ScenarioResult... results) {
    return new BatchReport(List.of(results), List.of());
  }

  private ScenarioResult result(Play play) {
    return keep(ScenarioResult.of(play, 1), play);
  }

  private ScenarioResult keep(ScenarioResult result, Play play) {
    plays.put(result, play);
    return result;
  }

  private ScenarioResult passed(String path) {
    return result(
        play(scenario(path, List.of()), run(Outcome.COMPLETED, List.of(line(1, "fine")), "")));
  }

  private ScenarioResult failed(String path, String message) {
    return result(
        play(
            scenario(path, List.of()),
            run(Outcome.FAILED, List.of(line(1, "before"), line(2, message)), message)));
  }

  private ScenarioResult flaky(String path) {
    Scenario scenario = scenario(path, List.of());
    Play second = play(scenario, run(Outcome.COMPLETED, List.of(line(1, "fine")), ""));
    Play first = play(scenario, run(Outcome.FAILED, List.of(), "not yet"));
    return keep(ScenarioResult.of(first, 1).with(second, 2), second);
  }

  /// Two plays, of which one has a result that is forbidden.
  private ScenarioResult counted(String path) {
    Scenario scenario =
        scenario(
            path,
            List.of(
                new ResultRule("the coin", Pattern.compile("heads"), "heads", Grade.ACCEPTABLE),
                new ResultRule("the coin", Pattern.compile("edge"), "edge", Grade.FORBIDDEN)));
    Play good = play(scenario, run(Outcome.COMPLETED, List.of(line(1, "heads")), ""));
    Play bad = play(scenario, run(Outcome.COMPLETED, List.of(line(1, "edge")), ""));
    return keep(ScenarioResult.of(bad, 1).with(good, 1), bad);
  }

  private static Scenario scenario(String path, List<ResultRule> rules) {
    int slash = path.lastIndexOf('/');
    return new Scenario(
        path.substring(slash + 1),
        "",
        path.substring(0, Math.max(0, slash)),
        Kind.WAITS,
        new LineAgreement.Undeclared(),
        List.of(),
        new SeriesDeclaration(List.of(), rules),
        Expectations.NONE,
        Map.of("py", Path.of("s.py")));
  }

  private static Play play(Scenario scenario, Run run) {
    return new Play(scenario, Tempo.TOGETHER, 1, List.of(run));
  }

  private static Run run(Outcome outcome, List<Line> lines, String message) {
    return new Run(
        "python", true, "Test", lines, 0, outcome, Usage.ofWall(0.25), message, List.of());
  }

  private static Line line(long seq, String text) {
    return new Line(seq, seq * 1_000_000, "main", 1, OutputChannel.OUT, text);
  }

  private static String console(BatchReport report, boolean live) {
    var out = new StringBuilder();
    var view = new BatchView(new Screen(out, new Theme(false), 80, live), new TestClock());
    List<String> paths = report.results().stream().map(ScenarioResult::path).toList();
    view.list(paths);
    view.begins(paths, 0);
    for (ScenarioResult result : report.results()) {
      if (!result.lanes().isEmpty()) {
        view.begins(result.path());
        view.finished(result);
      }
    }
    view.summary(report);
    return out.toString();
  }

  private String junit(BatchReport report) throws Exception {
    Path path = folder.resolve("report.xml");
    try (JUnitFile file = JUnitFile.open(path)) {
      write(report, file);
    }
    return Files.readString(path);
  }

  private String page(BatchReport report) throws Exception {
    Path path = folder.resolve("report.html");
    try (ReportPage file = ReportPage.open(path)) {
      write(report, file);
    }
    return Files.readString(path);
  }

  private static String csv(BatchReport report) {
    var out = new StringBuilder();
    new CsvFile(new Screen(out, new Theme(false), 0, false)).write(report);
    return out.toString();
  }

  private void write(BatchReport report, ReportListener writer) {
    writer.begin(report);
    for (ScenarioResult result : report.results()) {
      Play play = plays.get(result);
      if (play == null) {
        writer.missing(result);
      } else {
        writer.played(result, play);
      }
    }
    writer.end();
  }
}
