package duet.course.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.compare.BatchReport;
import duet.compare.ScenarioResult;
import duet.compare.Standing;
import duet.course.Course;
import duet.course.Template;
import duet.lane.Lane;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.Usage;
import duet.run.Play;
import duet.run.Run;
import duet.run.Tempo;
import duet.scenario.Scenario;
import duet.scenario.found.ModuleFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayCheckTest {
  @TempDir Path folder;

  private Course course = new Course(Path.of(""), List.of());

  @BeforeEach
  void layOut() throws Exception {
    Template.layOut(folder.resolve("01-first"));
    course = Course.of(BuiltInLanes.lanes().scripts(), folder, _ -> {});
  }

  private List<String> told(List<Lane> lanes, BatchReport report) throws Exception {
    return check(lanes, report, Map.of()).problems().all().stream()
        .map(problem -> folder.relativize(problem.file()) + ": " + problem.what())
        .toList();
  }

  private PlayCheck check(List<Lane> lanes, BatchReport report, Map<String, Play> plays)
      throws Exception {
    ModuleFolder module = course.modules().getFirst();
    LessonCheck lesson =
        LessonCheck.of(
            module, module.lesson(ModuleFolder.ENGLISH).orElseThrow(), BuiltInLanes.lanes());
    return new PlayCheck(course, List.of(lesson), lanes, report, plays);
  }

  /// What is played again at its own speed, when the scenario took so long and the solution so
  /// long.
  private Set<String> uncertain(double speed, double wall, double ofSolution) throws Exception {
    return uncertain(speed, wall, ofSolution, "start", "short", "long", "done");
  }

  private Set<String> uncertain(double speed, double wall, double ofSolution, String... lines)
      throws Exception {
    ModuleFolder module = course.modules().getFirst();
    Scenario solution = module.exercises().getFirst().solution().orElseThrow();
    List<Play> plays =
        List.of(
            play(module.scenarios().getFirst(), speed, wall, lines),
            play(solution, speed, ofSolution, "long", "short", "done"));
    return check(
            BuiltInLanes.lanes().withIds(List.of("python")),
            new BatchReport(
                plays.stream().map(play -> ScenarioResult.of(play, 1)).toList(), List.of()),
            plays.stream().collect(Collectors.toMap(p -> p.scenario().path(), p -> p)))
        .uncertain();
  }

  private static Play play(Scenario scenario, double speed, double wall, String... lines) {
    return play(
        scenario, speed, new Usage(wall, OptionalDouble.empty(), OptionalDouble.empty()), lines);
  }

  private static Play play(Scenario scenario, double speed, Usage usage, String... lines) {
    List<Line> printed =
        IntStream.range(0, lines.length)
            .mapToObj(i -> new Line(i, i, "main", 1, OutputChannel.OUT, lines[i]))
            .toList();
    var run = new Run("python", true, "", printed, 0, Outcome.COMPLETED, usage, "", List.of());
    return new Play(scenario, Tempo.TOGETHER, speed, List.of(run));
  }

  /// The scenario takes 1 to 1.5 seconds and the lesson says 1.0 ± 0.3; the solution takes 1 to
  /// 1.4.
  @Test
  void timesThatAreTooRoughAreMeasuredAgain() throws Exception {
    String scenario = "01-first/two_sleepers";
    String solution = "01-first/exercises/solutions/at_once";
    assertEquals(Set.of(), uncertain(10, 0.11, 0.11));
    assertEquals(Set.of(scenario), uncertain(10, 0.14, 0.11), "the figure fits but for the speed");
    assertEquals(Set.of(solution), uncertain(10, 0.11, 0.2), "in time but for the speed");
    assertEquals(Set.of(solution), uncertain(10, 0.11, 0.9), "only late");
    assertEquals(Set.of(scenario, solution), uncertain(10, 0.05, 0.05), "only early");
    assertEquals(
        Set.of(scenario),
        uncertain(10, 0.11, 0.11, "start", "long", "short", "done"),
        "sleeps of 30 and 100 ms may end in any order");
  }

  /// At the speed of its own, its sleeps are longer than what held its threads up.
  @Test
  void anOrderThatTheMachineLeftOpenIsPlayedAgain() throws Exception {
    Scenario scenario = course.modules().getFirst().scenarios().getFirst();
    Usage starved =
        new Usage(
            0.12,
            OptionalDouble.of(0.1),
            OptionalDouble.of(0.1),
            OptionalDouble.of(0.1),
            OptionalDouble.of(0));
    Line start = new Line(1, 0, "main", 1, OutputChannel.OUT, "start");
    Line early = new Line(2, 50_000_000, "two", 3, OutputChannel.OUT, "long");
    Line late = new Line(3, 60_000_000, "one", 2, OutputChannel.OUT, "short");
    Line done = new Line(4, 70_000_000, "main", 1, OutputChannel.OUT, "done");
    var run =
        new Run(
            "python",
            true,
            "",
            List.of(start, early, late, done),
            0,
            Outcome.COMPLETED,
            starved,
            "",
            List.of());
    var play = new Play(scenario, Tempo.TOGETHER, 10, List.of(run));
    ScenarioResult result = ScenarioResult.of(play, 1);
    assertEquals(Standing.UNDECIDED, result.standing(), result.toString());
    PlayCheck check =
        check(
            BuiltInLanes.lanes().withIds(List.of("python")),
            new BatchReport(List.of(result), List.of()),
            Map.of());
    assertEquals(Set.of(scenario.path()), check.uncertain());
  }

  /// No problem of the course, and not nothing.
  @Test
  void whatTheMachineLeftOpenIsNamed() throws Exception {
    Scenario scenario = course.modules().getFirst().scenarios().getFirst();
    Usage starved =
        new Usage(
            2,
            OptionalDouble.of(0.1),
            OptionalDouble.of(0.1),
            OptionalDouble.of(0.9),
            OptionalDouble.of(0));
    Play late = play(scenario, 1, starved, "start", "short", "long", "done");
    PlayCheck check =
        check(
            BuiltInLanes.lanes().withIds(List.of("python")),
            new BatchReport(List.of(ScenarioResult.of(late, 1)), List.of()),
            Map.of(scenario.path(), late));
    assertEquals(2, check.undecided().size(), check.undecided().toString());
    for (String open : check.undecided()) {
      assertTrue(open.startsWith("01-first/two_sleepers: "), open);
      assertTrue(
          open.endsWith("2.00 s, but its threads waited 0.9 s for a core")
              || open.endsWith("measured 2.00, but its threads waited 0.9 s for a core"),
          open);
    }
    assertTrue(
        check.problems().all().stream().noneMatch(p -> p.what().contains("2.00")),
        "it is no problem");
  }

  /// Whatever the reason is: what nobody has seen is not sound.
  @Test
  void whatWasNotPlayedIsAProblem() throws Exception {
    var missing =
        new BatchReport(List.of(ScenarioResult.missing("01-first/two_sleepers")), List.of());
    assertEquals(
        List.of(
            "01-first/two_sleepers.py: it did not play",
            "01-first/two_sleepers.java: it did not play",
            "01-first/exercises/solutions/at_once.py: it did not play",
            "01-first/exercises/solutions/at_once.java: it did not play",
            "01-first/exercises/at_once.py: it did not play",
            "01-first/exercises/at_once.java: it did not play",
            "01-first/lesson.md: the code did not play",
            "01-first/lesson.md: nothing measured two_sleepers wall: it did not play"),
        told(BuiltInLanes.lanes().usual(), missing));
  }

  @Test
  void aLaneThatNobodyWantedIsNotMissed() throws Exception {
    assertEquals(
        List.of(
            "01-first/two_sleepers.java: it did not play",
            "01-first/exercises/solutions/at_once.java: it did not play",
            "01-first/exercises/at_once.java: it did not play",
            "01-first/lesson.md: nothing measured two_sleepers wall: it did not play"),
        told(BuiltInLanes.lanes().withIds(List.of("java")), new BatchReport(List.of(), List.of())));
  }
}
