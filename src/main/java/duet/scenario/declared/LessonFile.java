package duet.scenario.declared;

import duet.scenario.InputFault;
import duet.scenario.ScenarioText;
import duet.scenario.file.FileBounds;
import java.nio.file.Path;
import java.util.List;

/// The file of a lesson: YAML between two `---` lines, then Markdown.
///
/// @param head the YAML
/// @param body the Markdown
/// @param skipped how many lines come before the body
public record LessonFile(String head, String body, int skipped) {
  private static final String EDGE = "---";

  /// Reads a lesson of the user's own.
  ///
  /// @throws InputFault when it cannot be read, or does not begin with YAML
  public static LessonFile of(Path file) throws InputFault {
    return of(file, FileBounds.NONE);
  }

  /// Reads a lesson.
  ///
  /// @param bounds where it has to be
  /// @throws InputFault when it cannot be read, or does not begin with YAML
  static LessonFile of(Path file, FileBounds bounds) throws InputFault {
    List<String> lines = ScenarioText.read(file, bounds).lines().toList();
    int end = lines.isEmpty() ? -1 : lines.subList(1, lines.size()).indexOf(EDGE) + 1;
    if (end < 1 || !lines.getFirst().equals(EDGE)) {
      throw new YamlFile(file).fault("it does not begin with front matter between two '---' lines");
    }
    return new LessonFile(
        String.join("\n", lines.subList(1, end)),
        String.join("\n", lines.subList(end + 1, lines.size())),
        end + 1);
  }
}
