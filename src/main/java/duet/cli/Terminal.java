package duet.cli;

import duet.render.Screen;
import duet.render.Theme;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/// What this process writes to. Text goes out as UTF-8 whatever the locale.
public final class Terminal {
  private static final int ASSUMED_WIDTH = 80;

  private final Writer out;
  private final Writer err;
  private final Map<String, String> environment;
  private int width = -1;

  private Terminal(Writer out, Writer err, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.environment = environment;
  }

  /// Standard output and standard error of this process.
  public static Terminal ofProcess() {
    return new Terminal(writer(FileDescriptor.out), writer(FileDescriptor.err), System.getenv());
  }

  /// Where results go.
  Writer out() {
    return out;
  }

  /// Where complaints go.
  Writer err() {
    return err;
  }

  /// A screen on standard output.
  ///
  /// @param color what was asked for
  Screen screen(ColorChoice color) {
    return new Screen(
        out, new Theme(color.decide(isTerminal(), environment)), width(), isTerminal());
  }

  /// A screen on standard error.
  Screen complaints(ColorChoice color) {
    return new Screen(err, new Theme(color.decide(isTerminal(), environment)), width(), false);
  }

  /// Whether standard output is a terminal.
  boolean isTerminal() {
    return width() > 0;
  }

  /// Columns of the terminal, 0 where standard output is none.
  private int width() {
    if (width < 0) {
      width = askWidth();
    }
    return width;
  }

  private int askWidth() {
    if ("dumb".equals(environment.get("TERM"))) {
      return 0;
    }
    try {
      TerminalProvider provider = TerminalProvider.load("ffm");
      if (!provider.isSystemStream(SystemStream.Output)) {
        return 0;
      }
      int columns = provider.systemStreamWidth(SystemStream.Output);
      return columns > 0 ? columns : ASSUMED_WIDTH;
    } catch (IOException e) {
      return 0;
    }
  }

  private static Writer writer(FileDescriptor descriptor) {
    return new BufferedWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
  }
}
