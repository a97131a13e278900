package duet.course.check;

import duet.course.lesson.LessonRun;
import duet.course.lesson.LessonRunReader;
import duet.lane.Lanes;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.found.ModuleFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Document;
import org.commonmark.node.Node;

/// Checks the commands in the `duet` blocks of a lesson.
record CommandCheck(ModuleFolder module, Path file, Lanes lanes, Problems problems) {
  /// @param block the code block that has the command
  void check(int line, String command, Node block) {
    if (!(block.getParent() instanceof Document)) {
      problems.add(
          file,
          line,
          "'" + command + "' is inside a list or a quotation, where Duet does not play it");
    }
    List<String> words = List.of(command.split("\\s+"));
    String name = words.size() > 1 ? words.get(1) : "";
    Optional<Scenario> scenario =
        words.getFirst().equals("run") ? module.scenario(name) : Optional.empty();
    boolean isExercise = words.getFirst().equals("exercise") && module.exercise(name).isPresent();
    if (scenario.isEmpty() && !isExercise) {
      problems.add(
          file, line, "'" + command + "' names no scenario and no exercise of this module");
    }
    scenario.ifPresent(played -> options(line, played, words.subList(2, words.size())));
  }

  private void options(int line, Scenario scenario, List<String> options) {
    try {
      LessonRun run = LessonRunReader.read(options, lanes);
      if (!run.sweep().isEmpty() && scenario.series().threads().isEmpty()) {
        problems.add(
            file, line, scenario.name() + " declares no 'sweep': it takes no number of threads");
      }
    } catch (InputFault fault) {
      problems.add(file, line, fault.sentences());
    }
  }
}
