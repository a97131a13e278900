package duet.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.course.check.CourseCheck;
import duet.course.check.Problem;
import duet.lane.builtin.BuiltInLanes;
import duet.scenario.InputFault;
import duet.scenario.found.ModuleFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseTest {
  @TempDir Path folder;

  @BeforeEach
  void layOut() throws Exception {
    Template.layOut(folder.resolve("mine/01-first"));
    Template.layOut(folder.resolve("mine/02-second"));
  }

  private Course course(String name) throws InputFault {
    return Course.of(BuiltInLanes.lanes().scripts(), folder.resolve(name), _ -> {});
  }

  @Test
  void modulesThatAreLaidOutComeOneAfterTheOther() throws Exception {
    Template.layOut(folder.resolve("mine/more"));
    List<ModuleFolder> modules = course("mine").modules();
    assertEquals(List.of(1, 2, 3), modules.stream().map(ModuleFolder::order).toList());
  }

  @Test
  void anExerciseOfSeveralModulesIsNamedWithItsModule() throws Exception {
    Course course = course("mine");
    InputFault fault = assertThrows(InputFault.class, () -> course.exercise("at_once"));
    assertTrue(fault.next().contains("01-first/at_once or 02-second/at_once"), fault.next());
    assertEquals(
        "02-second/at_once", course.nameOf(course.exercise("02-second/at_once").orElseThrow()));
    Course one = course("mine/01-first");
    assertEquals("at_once", one.nameOf(one.exercise("at_once").orElseThrow()));
  }

  /// Two courses have progress and copies of their own, however one comes to their modules.
  @Test
  void aCourseIsKnownByWhereItIs() throws Exception {
    Template.layOut(folder.resolve("yours/01-first"));
    assertEquals(course("mine").id(), course("mine/01-first").id());
    assertEquals(course("mine").id(), course("yours/../mine").id());
    assertNotEquals(course("mine").id(), course("yours").id());
    Files.writeString(folder.resolve("mine/beside.py"), ""); // is no lesson
    assertEquals(folder.resolve("mine").toRealPath(), course("mine").home());
  }

  @Test
  void whatIsDeclaredTwiceOrNotUnderstoodIsTold() throws Exception {
    Path lesson = folder.resolve("mine/01-first/lesson.md");
    String sound = Files.readString(lesson);
    for (String[] edit :
        new String[][] {
          {"order: 1", "order: first"},
          {"exercises:\n", "  - {name: two_sleepers}\nexercises:\n"},
          {"- Look at the line that", "- Look: the line that"},
          {"    title: At once", "    predict: []\n    title: At once"},
          {"    title: At once", "    lines: same\n    title: At once"}
        }) {
      Files.writeString(lesson, sound.replace(edit[0], edit[1]));
      assertThrows(InputFault.class, () -> course("mine"), edit[1]);
    }
  }

  @Test
  void anExerciseWithoutASolutionIsAnExercise() throws Exception {
    for (String name : List.of("at_once.py", "at_once.java")) {
      Files.delete(folder.resolve("mine/01-first/exercises/solutions").resolve(name));
    }
    Course course = course("mine/01-first");
    assertTrue(course.exercise("at_once").orElseThrow().solution().isEmpty());
    var check = new CourseCheck(course, BuiltInLanes.lanes(), folder);
    check.read();
    assertEquals(
        List.of("exercise at_once has no solution in exercises/solutions"),
        check.problems().stream().map(Problem::what).toList());
  }

  @Test
  void sectionsAreTheSameInEveryLanguage() throws Exception {
    Path lesson = folder.resolve("mine/01-first/lesson.md");
    Files.writeString(lesson, Files.readString(lesson) + "\n## Your turn\n\nOnce more.\n");
    Files.writeString(
        folder.resolve("mine/01-first/lesson.zh.md"),
        "---\ntitle: 一\n---\n# 一\n```duet\nrun two_sleepers\nexercise at_once\n```\n");
    var check = new CourseCheck(course("mine/01-first"), BuiltInLanes.lanes(), folder);
    check.read();
    List<String> told = check.problems().stream().map(Problem::what).toList();
    assertTrue(told.contains("two headings have the name #your-turn"), told::toString);
    assertTrue(told.contains("it has 1 section, but lesson.md has 4"), told::toString);
  }
}
