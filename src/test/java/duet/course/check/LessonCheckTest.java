package duet.course.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.course.Course;
import duet.course.Template;
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
    ModuleFolder module = Course.of(folder, _ -> {}).modules().getFirst();
    LessonCheck check = LessonCheck.of(module, lesson);
    check.checkWhole();
    return check.problems().all().stream().map(Problem::what).toList();
  }

  @Test
  void linksLeadToFilesAndToHeadingsInThem() throws Exception {
    Files.writeString(folder.resolve("more to read.md"), "# One more\n");
    assertEquals(
        List.of(
            "the link to ../more%20to%20read.md#two-more leads nowhere",
            "the link to ../less.md leads nowhere", "no heading is called #nothing"),
        told(
            """
            [a](../more%20to%20read.md) [b](../more%20to%20read.md#one-more) [c](#your-turn)
            [d](../more%20to%20read.md#two-more) [e](../less.md) [f](#nothing)
            """));
  }

  @Test
  void anOutputBelongsToCode() throws Exception {
    assertEquals(
        List.of("a block of output that stands below no python or java"),
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
        List.of("'run two_sleepers' stands in a list or a quotation, where it is not played"),
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
