package duet.repl;

import duet.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jline.builtins.Less;
import org.jline.builtins.Source;

/// Shows long output a page at a time.
final class Pager {
  private final Map<String, String> environment;
  private final Console console;

  /// @param console where pages can be shown if somebody sits there; elsewhere the output just
  ///   comes
  Pager(Map<String, String> environment, Console console) {
    this.environment = environment;
    this.console = console;
  }

  /// Runs a command and shows its output.
  ///
  /// @return the command's exit status
  int show(List<String> words, CommandRunner runner) throws IOException, InterruptedException {
    if (!console.isInteractive()) {
      return runner.execute(words);
    }
    int[] status = {0};
    String text = console.captured(() -> status[0] = runner.execute(words));
    Path file = Files.createTempFile("duet", ".txt");
    try {
      Files.writeString(file, text);
      page(file, String.join(" ", words));
    } finally {
      Files.deleteIfExists(file);
    }
    return status[0];
  }

  private void page(Path file, String title) throws IOException, InterruptedException {
    String chosen = environment.getOrDefault("PAGER", "");
    if (chosen.isEmpty()) {
      var less = new Less(console.keyboard().orElseThrow(), file.getParent());
      less.quitIfOneScreen = true;
      less.run(new Source.PathSource(file, title));
      return;
    }
    var builder = new ProcessBuilder("/bin/sh", "-c", chosen + " \"$@\"", "pager", file.toString());
    builder.environment().putIfAbsent("LESS", "-R"); // colours as such
    var _ = builder.inheritIO().start().waitFor();
  }
}
