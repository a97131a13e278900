package duet.cli;

import duet.render.Screen;
import duet.render.Theme;
import duet.repl.Display;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/// What this process writes to. Text goes out as UTF-8 whatever the locale.
public final class Terminal implements Display {
  private static final int ASSUMED_WIDTH = 80;
  private static final int NARROWEST_TEXT = 55;
  private static final int WIDEST_TEXT = 96;

  private final Diversion out;
  private final Writer err;
  private final Map<String, String> environment;
  private final Optional<TerminalProvider> provider;

  private Terminal(Writer out, Writer err, Map<String, String> environment) {
    this.out = new Diversion(out);
    this.err = err;
    this.environment = Map.copyOf(environment);
    provider = provider();
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
    boolean terminal = isTerminal();
    return new Screen(
        out,
        new Theme(color.decide(terminal, environment)),
        terminal ? this::width : () -> 0,
        terminal && !out.isDiverted());
  }

  /// How wide running text is.
  @Override
  public int textWidth() {
    int width = width();
    return width == 0 ? WIDEST_TEXT : Math.clamp(width, NARROWEST_TEXT, WIDEST_TEXT);
  }

  /// A screen on standard error.
  Screen complaints(ColorChoice color) {
    return new Screen(err, new Theme(color.decide(isTerminal(), environment)), width(), false);
  }

  /// Whether standard output is a terminal.
  boolean isTerminal() {
    return width() > 0;
  }

  @Override
  public Screen screen() {
    return screen(ColorChoice.auto);
  }

  @Override
  public boolean isInteractive() {
    return provider
        .filter(
            at -> at.isSystemStream(SystemStream.Input) && at.isSystemStream(SystemStream.Output))
        .isPresent();
  }

  @Override
  public String captured(Runnable action) {
    return out.captured(action);
  }

  /// Columns of the terminal now, 0 where standard output is none, or none that can redraw.
  private int width() {
    if ("dumb".equals(environment.get("TERM"))) {
      return 0;
    }
    return provider
        .filter(at -> at.isSystemStream(SystemStream.Output))
        .map(at -> at.systemStreamWidth(SystemStream.Output))
        .map(columns -> columns > 0 ? columns : ASSUMED_WIDTH)
        .orElse(0);
  }

  private static Optional<TerminalProvider> provider() {
    try {
      return Optional.of(TerminalProvider.load("ffm"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Standard output, or for a while something else.
  private static final class Diversion extends FilterWriter {
    private final Writer plain;

    Diversion(Writer plain) {
      super(plain);
      this.plain = plain;
    }

    boolean isDiverted() {
      return out != plain;
    }

    String captured(Runnable action) {
      var text = new StringWriter();
      out = text;
      try {
        action.run();
      } finally {
        out = plain;
      }
      return text.toString();
    }
  }

  private static Writer writer(FileDescriptor descriptor) {
    return new BufferedWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
  }
}
