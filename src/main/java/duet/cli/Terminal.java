package duet.cli;

import duet.console.Screen;
import duet.console.Theme;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/// What this process writes to. Text goes out as UTF-8 whatever the locale.
public final class Terminal implements Display {
  private static final int ASSUMED_WIDTH = 80;
  private static final int NARROWEST_TEXT = 55;
  private static final int WIDEST_TEXT = 96;

  /// The bits of a file's mode that tell what it is, and what they are for a device that is read
  /// and written like a terminal (POSIX, `sys/stat.h`).
  private static final int FILE_TYPE = 0170000;

  private static final int CHARACTER_DEVICE = 0020000;

  private final Diversion out;
  private final Writer err;
  private final Map<String, String> environment;

  private Terminal(Writer out, Writer err, Map<String, String> environment) {
    this.out = new Diversion(out);
    this.err = err;
    this.environment = Map.copyOf(environment);
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
    return Provider.LOADED
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
    if ("dumb".equals(environment.get("TERM")) || isFileOrPipe()) {
      return 0;
    }
    return Provider.LOADED
        .filter(at -> at.isSystemStream(SystemStream.Output))
        .map(at -> at.systemStreamWidth(SystemStream.Output))
        .map(columns -> columns > 0 ? columns : ASSUMED_WIDTH)
        .orElse(0);
  }

  /// Whether standard output is known to be no device, and so no terminal. Asking the C library
  /// takes as long as a short command does in all.
  private static boolean isFileOrPipe() {
    try {
      int mode = (int) Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode");
      return (mode & FILE_TYPE) != CHARACTER_DEVICE;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  /// What asks the system about terminals, loaded when something is to be asked.
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
