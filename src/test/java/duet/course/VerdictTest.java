package duet.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.compare.Report;
import duet.compare.Result;
import duet.lane.Lane;
import duet.run.Lanes;
import duet.scenario.ModuleFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictTest {
  @TempDir Path folder;

  private Course course = new Course(Path.of(""), List.of());

  @BeforeEach
  void layOut() throws Exception {
    Template.layOut(folder.resolve("01-first"));
    course = Course.of(folder, _ -> {});
  }

  private List<String> told(List<Lane> lanes, Report report) throws Exception {
    ModuleFolder module = course.modules().getFirst();
    LessonCheck lesson = LessonCheck.of(module, module.lesson(ModuleFolder.ENGLISH).orElseThrow());
    return new Verdict(course, List.of(lesson), lanes, report, Map.of())
        .problems().stream()
            .map(problem -> folder.relativize(problem.file()) + ": " + problem.what())
            .toList();
  }

  /// Whatever the reason is: what nobody has seen is not sound.
  @Test
  void whatWasNotPlayedIsAProblem() throws Exception {
    var missing = new Report(List.of(Result.missing("01-first/two_sleepers")), List.of());
    assertEquals(
        List.of(
            "01-first/two_sleepers.py: it was not played",
            "01-first/two_sleepers.java: it was not played",
            "01-first/exercises/solutions/at_once.py: it was not played",
            "01-first/exercises/solutions/at_once.java: it was not played",
            "01-first/exercises/at_once.py: it was not played",
            "01-first/exercises/at_once.java: it was not played",
            "01-first/lesson.md: the code was not played",
            "01-first/lesson.md: nothing measured two_sleepers wall: it did not play"),
        told(Lanes.ALL, missing));
  }

  @Test
  void aLaneThatNobodyWantedIsNotMissed() throws Exception {
    assertEquals(
        List.of(
            "01-first/two_sleepers.java: it was not played",
            "01-first/exercises/solutions/at_once.java: it was not played",
            "01-first/exercises/at_once.java: it was not played",
            "01-first/lesson.md: nothing measured two_sleepers wall: it did not play"),
        told(Lanes.withIds(List.of("java")), new Report(List.of(), List.of())));
  }
}
