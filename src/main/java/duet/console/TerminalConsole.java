package duet.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jspecify.annotations.Nullable;

/// A console on this process's terminal. It asks the system about the terminal only when necessary,
/// since loading the classes for that takes as long as a short command.
final class TerminalConsole extends Console {
  private static final int ASSUMED_WIDTH = 80;

  private final InputStream in;
  private final boolean isDumb;
  private @Nullable Keyboard keyboard;

  TerminalConsole(InputStream in, Writer out, Writer err, Map<String, String> environment) {
    super(out, err, environment);
    this.in = in;
    isDumb = "dumb".equals(environment.get("TERM"));
  }

  @Override
  protected int columns() {
    if (isDumb) {
      return 0;
    }
    return Provider.LOADED
        .filter(at -> at.isSystemStream(SystemStream.Output))
        .map(at -> at.systemStreamWidth(SystemStream.Output))
        .map(columns -> columns > 0 ? columns : ASSUMED_WIDTH)
        .orElse(0);
  }

  @Override
  public int rows() {
    return isInteractive() ? opened().rows() : 0;
  }

  @Override
  public boolean isInteractive() {
    return Provider.LOADED
        .filter(
            at -> at.isSystemStream(SystemStream.Input) && at.isSystemStream(SystemStream.Output))
        .isPresent();
  }

  @Override
  public Optional<String> ask(String prompt) {
    return isInteractive() ? opened().ask(prompt) : Optional.empty();
  }

  @Override
  public Optional<Terminal> keyboard() {
    return isInteractive() ? Optional.of(opened().terminal()) : Optional.empty();
  }

  @Override
  public InputStream input() {
    return in;
  }

  private Keyboard opened() {
    if (keyboard == null) {
      keyboard = Keyboard.open();
    }
    return keyboard;
  }

  @Override
  public void close() {
    if (keyboard != null) {
      keyboard.close();
      keyboard = null;
    }
  }

  /// Asks the system about terminals; loaded at the first question.
  private static final class Provider {
    static final Optional<TerminalProvider> LOADED = load();

    private static Optional<TerminalProvider> load() {
      try {
        return Optional.of(TerminalProvider.load("ffm"));
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }
}
