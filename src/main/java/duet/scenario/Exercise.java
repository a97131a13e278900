package duet.scenario;

import java.util.List;
import java.util.Optional;

/// A task of a module: scripts that a learner changes until they do what is expected of them.
///
/// @param task what is to be done, in Markdown
/// @param hints from the first that is given to the last
/// @param start the scripts to begin with, and what is expected of them once they are changed
/// @param solution scripts that do it, if there are some
public record Exercise(
    String task, List<String> hints, Scenario start, Optional<Scenario> solution) {
  public Exercise {
    hints = List.copyOf(hints);
  }

  /// What it is called.
  public String name() {
    return start.name();
  }

  /// A short phrase, empty where none was declared.
  public String title() {
    return start.title();
  }

  /// The name of its module.
  public String module() {
    String folder = start.module();
    return folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
  }

  /// By what it is known among the exercises of several modules: its module's name and its own.
  public String path() {
    return module().isEmpty() ? name() : module() + "/" + name();
  }
}
