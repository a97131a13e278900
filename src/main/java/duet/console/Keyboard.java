package duet.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

/// The terminal that the user types on, opened for line editing.
final class Keyboard implements AutoCloseable {
  private final Terminal terminal;
  private @Nullable LineReader reader;

  private Keyboard(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Opens the terminal of this process. It turns echo off, so that what is typed ahead appears in
  /// the next line and not among a play's lines. Ctrl-C does nothing if nothing runs that it could
  /// stop.
  static Keyboard open() {
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
      return new Keyboard(terminal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Terminal terminal() {
    return terminal;
  }

  int rows() {
    return terminal.getSize().getRows();
  }

  /// What is typed, without spaces around it; empty after Ctrl-D or Ctrl-C.
  Optional<String> ask(String prompt) {
    try {
      return Optional.of(reader().readLine(prompt).strip());
    } catch (EndOfFileException | UserInterruptException e) {
      return Optional.empty();
    }
  }

  private LineReader reader() {
    if (reader == null) {
      reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .option(LineReader.Option.AUTO_FRESH_LINE, true)
              .variable(LineReader.DISABLE_HISTORY, true)
              .build();
    }
    return reader;
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      // It is already gone.
    }
  }
}
