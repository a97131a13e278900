package duet.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;
import picocli.CommandLine;

/// Shows long output a page at a time.
final class Pager {
  private final Map<String, String> environment;
  private final Optional<Terminal> terminal;
  private final Function<Runnable, String> capture;

  /// @param terminal where pages can be shown; elsewhere the output just comes
  /// @param capture what an action writes to standard output
  Pager(
      Map<String, String> environment,
      Optional<Terminal> terminal,
      Function<Runnable, String> capture) {
    this.environment = environment;
    this.terminal = terminal;
    this.capture = capture;
  }

  /// Runs a command and shows its output.
  ///
  /// @return the command's exit status
  int show(List<String> words, CommandLine commands) throws IOException, InterruptedException {
    String[] line = words.toArray(String[]::new);
    if (terminal.isEmpty()) {
      return commands.execute(line);
    }
    int[] status = {0};
    String text = capture.apply(() -> status[0] = commands.execute(line));
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
      var less = new Less(terminal.orElseThrow(), file.getParent());
      less.quitIfOneScreen = true;
      less.run(new Source.PathSource(file, title));
      return;
    }
    var builder = new ProcessBuilder("/bin/sh", "-c", chosen + " \"$@\"", "pager", file.toString());
    builder.environment().putIfAbsent("LESS", "-R"); // colours as such
    var _ = builder.inheritIO().start().waitFor();
  }
}
