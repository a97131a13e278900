package duet.repl;

import duet.course.learner.Dialogue;
import duet.scenario.InputFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/// Asks a learner: on the terminal of the REPL, or where there is none, on one that is opened at
/// the first question.
public final class TerminalQuestions implements Dialogue, AutoCloseable {
  private final Display display;
  private final Map<String, String> environment;
  private @Nullable Terminal terminal;
  private @Nullable LineReader reader;
  private boolean isOwn;

  /// @param display tells whether somebody is there
  public TerminalQuestions(Display display, Map<String, String> environment) {
    this.display = display;
    this.environment = Map.copyOf(environment);
  }

  /// Asks on this terminal from now on.
  void use(Terminal other) {
    terminal = other;
  }

  @Override
  public boolean isInteractive() {
    return display.isInteractive();
  }

  @Override
  public int rows() {
    return terminal().getSize().getRows();
  }

  @Override
  public Optional<String> answer(String prompt) {
    if (reader == null) {
      reader =
          LineReaderBuilder.builder()
              .terminal(terminal())
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .option(LineReader.Option.AUTO_FRESH_LINE, true)
              .variable(LineReader.DISABLE_HISTORY, true)
              .build();
    }
    try {
      return Optional.of(reader.readLine(prompt).strip());
    } catch (EndOfFileException | UserInterruptException e) {
      return Optional.empty();
    }
  }

  @Override
  public void edit(List<Path> files) throws InputFault, IOException, InterruptedException {
    int status = new Editor(environment, Optional.of(terminal())).edit(files);
    if (status != 0) {
      throw InputFault.usage(
          "the editor ended with status " + status, "The files are as it has left them.");
    }
  }

  private Terminal terminal() {
    if (terminal == null) {
      terminal = openTerminal();
      isOwn = true;
    }
    return terminal;
  }

  /// The terminal of this process. What is typed ahead belongs into the next line, not between what
  /// a play prints, and where nothing runs that it could stop, Ctrl-C changes nothing.
  static Terminal openTerminal() {
    try {
      Terminal terminal =
          TerminalBuilder.builder()
              .name("Duet")
              .encoding(StandardCharsets.UTF_8)
              .stdinEncoding(StandardCharsets.UTF_8)
              .stdoutEncoding(StandardCharsets.UTF_8)
              .system(true)
              .dumb(true)
              .build();
      if (terminal.getSize().getColumns() == 0) { // it does not know its size
        terminal.setSize(Size.of(80, 24));
      }
      Attributes quiet = terminal.getAttributes();
      quiet.setLocalFlag(Attributes.LocalFlag.ECHO, false);
      terminal.setAttributes(quiet);
      terminal.handle(Terminal.Signal.INT, _ -> {});
      return terminal;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Gives a terminal of its own back.
  @Override
  public void close() {
    if (isOwn && terminal != null) {
      try {
        terminal.close();
      } catch (IOException e) {
        // It is gone, which is as good.
      }
      terminal = null;
      reader = null;
      isOwn = false;
    }
  }
}
