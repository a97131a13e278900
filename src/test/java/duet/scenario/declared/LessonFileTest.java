package duet.scenario.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.scenario.InputFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonFileTest {
  @TempDir Path folder;

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("lesson.zh.md"), text);
  }

  @Test
  void headAndBodyAreToldApart() throws Exception {
    assertEquals(
        new LessonFile("title: A", "# A\n---\nb", 3),
        LessonFile.of(file("\uFEFF---\ntitle: A\n---\n# A\n---\nb\n")));
    assertEquals(new LessonFile("", "", 2), LessonFile.of(file("---\n---\n")));
  }

  @Test
  void aFileWithoutAHeadIsTold() throws Exception {
    for (String text : List.of("", "\n", "# A\n", "---\ntitle: A\n", "\n---\n---\n")) {
      Path file = file(text);
      InputFault fault = assertThrows(InputFault.class, () -> LessonFile.of(file), text);
      assertTrue(String.valueOf(fault.getMessage()).contains("does not begin with front matter"));
    }
  }
}
