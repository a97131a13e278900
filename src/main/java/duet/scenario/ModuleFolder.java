package duet.scenario;

import java.nio.file.Path;
import java.util.List;

/// A module: a folder of scenarios with a `lesson.md`.
///
/// @param name the folder's name, such as `01-threads`
/// @param title what the lesson is called; the folder's name where it has no title
/// @param order where it stands in the course
/// @param folder the folder that holds `lesson.md`
public record ModuleFolder(
    String name, String title, int order, Path folder, List<Scenario> scenarios) {
  public ModuleFolder {
    scenarios = List.copyOf(scenarios);
  }
}
