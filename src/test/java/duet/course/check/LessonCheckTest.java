package duet.course.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.course.Course;
import duet.course.Template;
import duet.lane.builtin.BuiltInLanes;
import duet.scenario.found.ModuleFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonCheckTest {
  @TempDir Path folder;

  @BeforeEach
  void layOut() throws Exception {
    Template.layOut(folder.resolve("01-first"));
  }

  private List<String> told(String more) throws Exception {
    Path lesson = folder.resolve("01-first/lesson.md");
    Files.writeString(lesson, Files.readString(lesson) + "\n" + more);
    ModuleFolder module =
        Course.of(BuiltInLanes.lanes().scripts(), folder, _ -> {}).modules().getFirst();
    LessonCheck check = LessonCheck.of(module, lesson, BuiltInLanes.lanes());
    check.checkWhole();
    return check.problems().all().stream().map(Problem::what).toList();
  }

  @Test
  void linksLeadToFilesAndToHeadingsInThem() throws Exception {
    Files.writeString(folder.resolve("more to read.md"), "# One more\n");
    assertEquals(
        List.of(
            "the link to ../more%20to%20read.md#two-more leads nowhere",
            "the link to ../less.md leads nowhere", "there is no heading #nothing"),
        told(
            """
            [a](../more%20to%20read.md) [b](../more%20to%20read.md#one-more) [c](#your-turn)
            [d](../more%20to%20read.md#two-more) [e](../less.md) [f](#nothing)
            """));
  }

  @Test
  void anOutputBelongsToCode() throws Exception {
    assertEquals(
        List.of("this output does not follow a python or java block"),
        told(
            """
            ```java
            void main() {}
            ```
            ```output
            ```

            Text.

            ```output
            1
            ```
            """));
  }

  @Test
  void commandsStandByThemselves() throws Exception {
    assertEquals(
        List.of("'run two_sleepers' is inside a list or a quotation, where Duet does not play it"),
        told(
            """
            - ```duet
              run two_sleepers
              ```
            """));
  }

  @Test
  void optionsAreThoseThatALessonHas() throws Exception {
    assertEquals(
        List.of("two_sleepers declares no 'sweep': it takes no number of threads"),
        told(
            """
            ```duet
            run two_sleepers --sweep 1,2
            ```
            """));
  }
}
