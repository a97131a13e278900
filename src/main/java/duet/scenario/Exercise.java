package duet.scenario;

import java.util.List;
import java.util.Optional;

/// A task of a module: scripts that a learner changes until they do what is expected of them.
///
/// @param task what is to be done, in Markdown
/// @param hints in the order in which they are given
/// @param start the scripts to begin with, and what the solved exercise has to do
/// @param solution scripts that solve it, if there are any
public record Exercise(
    String task, List<String> hints, Scenario start, Optional<Scenario> solution) {
  public Exercise {
    hints = List.copyOf(hints);
  }

  /// Its name in commands.
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

  /// Its name among the exercises of several modules: the module's name and its own.
  public String path() {
    return module().isEmpty() ? name() : module() + "/" + name();
  }
}
