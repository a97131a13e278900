package duet.course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.compare.BatchReport;
import duet.compare.BrokenExpectation;
import duet.compare.ScenarioResult;
import duet.compare.ScenarioResult.LaneResult;
import duet.course.Course;
import duet.course.Template;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.protocol.Outcome;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which scripts of a class are graded, and what the table then says.
class GradingTest {
  @TempDir Path folder;
  private final List<String> notices = new ArrayList<>();

  @BeforeEach
  void layOut() throws Exception {
    Template.layOut(folder.resolve("course/01-first"));
  }

  private void handIn(String... files) throws IOException {
    for (String name : files) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
  }

  private Grading grading(String... classes) throws InputFault {
    return Grading.of(
        Course.of(BuiltInLanes.lanes().scripts(), folder.resolve("course"), _ -> {}),
        BuiltInLanes.lanes().usual(),
        Arrays.stream(classes).map(folder::resolve).toList(),
        notices::add);
  }

  /// Which files are graded, by the path of what is played.
  private Map<String, String> graded(String... classes) throws InputFault {
    return grading(classes).scenarios().stream()
        .collect(
            Collectors.toMap(
                Scenario::path,
                scenario ->
                    scenario.sources().values().stream()
                        .map(file -> folder.relativize(file).toString())
                        .sorted()
                        .collect(Collectors.joining(" "))));
  }

  private List<String> rows(Grading grading, ScenarioResult... results) throws IOException {
    Path csv = folder.resolve("grades.csv");
    grading.write(new BatchReport(List.of(results), List.of()), csv);
    return Files.readAllLines(csv);
  }

  @Test
  void whatNobodyHasWorkedOnIsNotGraded() throws Exception {
    handIn(
        "class/ana/at_once.1/at_once.py", // laid aside to begin anew
        "class/ana/at_once/at_once.py",
        "class/bo/exercises/solutions/at_once.py", // of a copy of the whole course
        "class/bo/exercises/at_once.py",
        "class/cy/.git/at_once.py",
        "class/cy/build/at_once.py",
        "class/cy/venv/pyvenv.cfg",
        "class/cy/venv/at_once.py");
    assertEquals(
        Map.of(
            "ana/01-first/at_once", "class/ana/at_once/at_once.py",
            "bo/01-first/at_once", "class/bo/exercises/at_once.py"),
        graded("class"));
  }

  @Test
  void ofSeveralTheOneInTheModulesFolderOrTheNearestIsGraded() throws Exception {
    handIn(
        "class/ana/at_once.py",
        "class/ana/x/01-first/AtOnce.py",
        "class/bo/a/at_once.java",
        "class/bo/at_once.java",
        "class/bo/not-01-first/at_once.java");
    Grading grading = grading("class");
    assertEquals(
        Map.of(
            "ana/01-first/at_once", "class/ana/x/01-first/AtOnce.py",
            "bo/01-first/at_once", "class/bo/at_once.java"),
        graded("class"));
    List<String> rows = rows(grading);
    assertTrue(rows.get(1).endsWith("not played,missing,also found at_once.py"), rows::toString);
    assertTrue(
        rows.get(2).endsWith("\"also found a/at_once.java, not-01-first/at_once.java\""),
        rows::toString);
  }

  @Test
  void twoClassesMayHaveALearnerOfTheSameName() throws Exception {
    handIn("a/ana/at_once.py", "b/ana/at_once.java");
    assertEquals(
        Map.of(
            "a/ana/01-first/at_once", "a/ana/at_once.py",
            "b/ana/01-first/at_once", "b/ana/at_once.java"),
        graded("a", "b"));
  }

  @Test
  void theTableTellsWhatWasNotHandedInFromWhatWasNotPlayed() throws Exception {
    handIn("class/ana/at_once.py", "class/ana/at_once.java", "class/bo/at_once.py");
    Files.createDirectories(folder.resolve("class/=cy"));
    var python = new LaneResult("python", "", Outcome.COMPLETED, 1, "");
    var wrong =
        new BrokenExpectation(
            BrokenExpectation.About.WALL, "python", "1 s", "it \"took\" 2 s", List.of());
    var result =
        new ScenarioResult(
            "ana/01-first/at_once",
            "",
            1,
            List.of(python),
            List.of(wrong),
            List.of(),
            List.of(),
            Optional.empty(),
            1,
            Optional.empty());
    assertEquals(
        List.of(
            "learner,module,exercise,solved,python,java,problem",
            "'=cy,01-first,at_once,no,missing,missing,",
            "ana,01-first,at_once,no,open,not played,"
                + "\"python: expected 1 s; it \"\"took\"\" 2 s\"",
            "bo,01-first,at_once,no,not played,missing,"),
        rows(grading("class"), result));
  }

  /// Played fast enough, even a start may pass.
  @Test
  void whatIsHandedInAsItWasIsNotSolved() throws Exception {
    Files.createDirectories(folder.resolve("class/ana"));
    Files.copy(
        folder.resolve("course/01-first/exercises/at_once.py"),
        folder.resolve("class/ana/at_once.py"));
    var good = new LaneResult("python", "", Outcome.COMPLETED, 1, "");
    var result =
        new ScenarioResult(
            "ana/01-first/at_once",
            "",
            1,
            List.of(good),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            1,
            Optional.empty());
    assertEquals(
        "ana,01-first,at_once,no,unchanged,missing,", rows(grading("class"), result).getLast());
  }

  /// Neither a link to our solution passes, nor one to another learner's; nothing of any other file
  /// is read.
  @Test
  void aHandInIsNoLinkToAnotherPlace() throws Exception {
    handIn("class/ana/at_once.py", "class/bo/at_once.java");
    Path solution = folder.resolve("course/01-first/exercises/solutions/at_once.py");
    Files.createSymbolicLink(folder.resolve("class/bo/at_once.py"), solution);
    Files.createDirectories(folder.resolve("class/cy"));
    Files.createSymbolicLink(
        folder.resolve("class/cy/at_once.py"), folder.resolve("class/ana/at_once.py"));
    Files.createSymbolicLink(folder.resolve("class/dee"), folder.resolve("class/ana"));
    Files.createSymbolicLink(folder.resolve("class/ed"), folder.resolve("course"));
    Grading grading = grading("class");
    for (Scenario scenario : grading.scenarios()) {
      Path script = scenario.sources().getOrDefault("py", Path.of(""));
      boolean isOwn = scenario.path().startsWith("ana/");
      assertEquals(isOwn, scenario.bounds().has(script), scenario.path());
    }
    assertEquals(
        List.of("ana/01-first/at_once", "bo/01-first/at_once", "cy/01-first/at_once"),
        grading.scenarios().stream().map(Scenario::path).toList());
    List<String> rows = rows(grading);
    String why = " is a link, which Duet does not follow: put the folder itself there";
    assertEquals("dee,01-first,at_once,no,missing,missing,\"dee" + why + "\"", rows.get(4));
    assertEquals("ed,01-first,at_once,no,missing,missing,\"ed" + why + "\"", rows.get(5));
    assertEquals(
        List.of(folder.resolve("class/dee") + why, folder.resolve("class/ed") + why), notices);
  }

  /// Such a name is one cell of one row.
  @Test
  void aLearnersNameIsText() throws Exception {
    for (String name :
        List.of("=cmd|x", "x\nbo,01-first,at_once,yes", "\u001b[2J", "<img src=x>")) {
      handIn("class/" + name + "/at_once.py");
    }
    List<String> rows = rows(grading("class"));
    assertEquals(1 + 4, rows.size());
    assertEquals("␛[2J,01-first,at_once,no,not played,missing,", rows.get(1));
    assertEquals("<img src=x>,01-first,at_once,no,not played,missing,", rows.get(2));
    assertEquals("'=cmd|x,01-first,at_once,no,not played,missing,", rows.get(3));
    assertTrue(rows.get(4).startsWith("\"x␊bo,01-first,at_once,yes\",01-first,"), rows.get(4));
  }

  @Test
  void aClassThatHasHandedNothingInIsToldSo() throws Exception {
    handIn("class/ana/notes.py");
    assertThrows(InputFault.class, () -> grading("class"));
  }
}
