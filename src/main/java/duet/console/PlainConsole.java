package duet.console;

import java.io.InputStream;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Terminal;

/// A console whose output is a file or a pipe: lines are not wrapped, nothing is redrawn, and
/// nobody answers questions.
public final class PlainConsole extends Console {
  private final InputStream in;

  public PlainConsole(InputStream in, Writer out, Writer err, Map<String, String> environment) {
    super(out, err, environment);
    this.in = in;
  }

  @Override
  protected int columns() {
    return 0;
  }

  @Override
  public int rows() {
    return 0;
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public Optional<String> ask(String prompt) {
    return Optional.empty();
  }

  @Override
  public Optional<Terminal> keyboard() {
    return Optional.empty();
  }

  @Override
  public InputStream input() {
    return in;
  }
}
