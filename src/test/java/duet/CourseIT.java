package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.compare.ScenarioResult;
import duet.lane.builtin.BuiltInLanes;
import duet.log.LogReader;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.Run;
import duet.scenario.Kind;
import duet.scenario.Scenario;
import duet.scenario.folder.Home;
import duet.scenario.found.Catalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The course is sound: scenarios end as they declare on both lanes. Of each module one scenario is
/// played, unless this is to be thorough: then everything is, the notebook that the course comes
/// from, exercises and the code in lessons included. `OwnCourseTest` reads all of it in any case.
@Measuring
class CourseIT {
  private static final String SCRIPTS = Duet.ROOT.resolve("scripts").toString();
  private static final String NOTEBOOK = "threading";

  @TempDir private Path folder;

  /// At a speed at which a machine keeps the times that scenarios declare.
  @TestFactory
  Stream<DynamicTest> aScenarioOfEachModulePlaysAsDeclared() throws Exception {
    Path log = folder.resolve("modules.jsonl");
    var command = new ArrayList<Object>(List.of("batch", SCRIPTS, "--speed", 4, "--log", log));
    List<String> names =
        new Catalog(Home.find(), BuiltInLanes.lanes().scripts())
            .modules().stream().map(m -> firstThatWaits(m.scenarios())).toList();
    names.forEach(name -> command.addAll(List.of("--include", name)));
    Duet batch = Duet.run(command.toArray());
    assertEquals(0, batch.status(), batch.out() + batch.err());
    List<Play> plays = plays(log);
    assertEquals(6, names.size());
    assertEquals(names.size(), plays.size(), batch.out());
    return tests(plays);
  }

  private static String firstThatWaits(List<Scenario> scenarios) {
    return scenarios.stream()
        .filter(scenario -> scenario.kind() == Kind.WAITS)
        .findFirst()
        .orElseThrow()
        .name();
  }

  /// At this speed timeouts are a tenth of a second, which a busy machine may not keep: hence the
  /// further attempts. A scenario that computes has the machine to itself, so it waits until the
  /// others are done; what is measured once more comes later.
  @TestFactory
  @EnabledIfSystemProperty(named = "duet.thorough", matches = "true")
  Stream<DynamicTest> everythingIsSound() throws Exception {
    Path log = folder.resolve("course.jsonl");
    Duet check = Duet.run("check", SCRIPTS, "--speed", 10, "--retry", 2, "--log", log);
    assertEquals(0, check.status(), check.out() + check.err());
    List<Play> plays =
        plays(log).stream()
            .filter(
                play -> !play.scenario().module().contains("/")) // no exercise, no lesson's code
            .toList();
    assertEquals(25, lastOfEach(plays).size(), "every scenario and the notebook");
    List<Kind> kinds = lastOfEach(plays.reversed()).stream().map(p -> p.scenario().kind()).toList();
    assertTrue(kinds.indexOf(Kind.CPU) > kinds.lastIndexOf(Kind.WAITS), kinds::toString);
    return tests(plays);
  }

  private static List<Play> plays(Path log) throws Exception {
    var plays = new ArrayList<Play>();
    LogReader.tell(
        log,
        _ ->
            new PlayListener() {
              @Override
              public void finished(Play play) {
                plays.add(play);
              }
            });
    return plays;
  }

  /// The last attempt of each, in their order.
  private static List<Play> lastOfEach(List<Play> plays) {
    var seen = new HashSet<String>();
    return plays.reversed().stream()
        .filter(play -> seen.add(play.scenario().path()))
        .toList()
        .reversed();
  }

  private static Stream<DynamicTest> tests(List<Play> plays) {
    return lastOfEach(plays).stream()
        .map(play -> DynamicTest.dynamicTest(play.scenario().name(), () -> isAsDeclared(play)));
  }

  private static void isAsDeclared(Play play) {
    ScenarioResult result = ScenarioResult.of(play, 1);
    assertTrue(result.standing().isGood(), result::toString);
    boolean isNotebook = play.scenario().name().equals(NOTEBOOK);
    assertEquals(
        isNotebook ? List.of("python") : List.of("python", "java"),
        play.runs().stream().map(Run::lane).toList());
    play.runs().forEach(run -> assertFalse(run.lines().isEmpty()));
    assertEquals(isNotebook, play.scenario().title().isEmpty(), "the lesson gives it a title");
  }
}
