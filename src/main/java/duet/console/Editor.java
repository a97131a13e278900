package duet.console;

import duet.scenario.InputFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.builtins.Nano;
import org.jline.terminal.Terminal;

/// The user's editor.
final class Editor {
  private final Map<String, String> environment;
  private final Optional<Terminal> terminal;

  /// @param terminal where Duet's own editor runs
  Editor(Map<String, String> environment, Optional<Terminal> terminal) {
    this.environment = environment;
    this.terminal = terminal;
  }

  /// Opens files, and waits until they are closed.
  ///
  /// @return the editor's exit status
  /// @throws InputFault if there is no editor
  int edit(List<Path> files) throws InputFault, IOException, InterruptedException {
    String chosen = chosen();
    if (!chosen.isEmpty()) {
      // The shell splits a setting such as "code --wait" into words.
      var command = new ArrayList<>(List.of("/bin/sh", "-c", chosen + " \"$@\"", "editor"));
      files.forEach(file -> command.add(file.toString()));
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
    if (terminal.isEmpty()) {
      throw InputFault.usage("there is no editor", "Set the environment variable EDITOR to one.");
    }
    var nano = new Nano(terminal.get(), files.getFirst().getParent());
    nano.open(files.stream().map(Path::toString).toList());
    nano.run();
    return 0;
  }

  private String chosen() {
    String visual = environment.getOrDefault("VISUAL", "");
    return visual.isEmpty() ? environment.getOrDefault("EDITOR", "") : visual;
  }
}
