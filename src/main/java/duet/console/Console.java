package duet.console;

import duet.scenario.InputFault;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Terminal;

/// Duet's connection to its user: it prints results, reports errors, asks questions and knows how
/// wide the output is. [TerminalConsole] is a terminal, [PlainConsole] a file or a pipe.
public abstract class Console implements AutoCloseable {
  private static final int NARROWEST_TEXT = 55;
  private static final int WIDEST_TEXT = 96;

  private final Diversion out;
  private final Writer err;
  private final Map<String, String> environment;

  /// @param environment says whether colours are wanted, and which editor
  protected Console(Writer out, Writer err, Map<String, String> environment) {
    this.out = new Diversion(out);
    this.err = err;
    this.environment = environment;
  }

  /// The current width of the output in columns; 0 if it is not a terminal, or one that cannot
  /// redraw a line.
  protected abstract int columns();

  /// How many lines the terminal shows; 0 if there is none.
  public abstract int rows();

  /// Whether a user types and reads at a terminal.
  public abstract boolean isInteractive();

  /// Asks the user for an answer, returned without spaces around it; empty if the user wants to
  /// leave (Ctrl-D, Ctrl-C), or if there is no user.
  public abstract Optional<String> ask(String prompt);

  /// The terminal that the user types on, if [#isInteractive]. The first call opens it.
  public abstract Optional<Terminal> keyboard();

  /// Standard input, such as a file or a pipe.
  public abstract InputStream input();

  /// Where results go.
  public final Writer out() {
    return out;
  }

  /// Where errors go.
  public final Writer err() {
    return err;
  }

  /// The screen that views are written to: a part of the terminal that they may redraw, or plain
  /// lines.
  ///
  /// @param color the user's choice
  public final Screen screen(ColorChoice color) {
    boolean terminal = isTerminal();
    return new Screen(
        out,
        new Theme(color.decide(terminal, environment)),
        terminal ? this::columns : () -> 0,
        terminal && !out.isDiverted());
  }

  /// The same, with the default choice of colours.
  public final Screen screen() {
    return screen(ColorChoice.auto);
  }

  /// Whether the output is a terminal that can redraw.
  public final boolean isTerminal() {
    return columns() > 0;
  }

  /// The width of running text, in columns.
  public final int textWidth() {
    int width = columns();
    return width == 0 ? WIDEST_TEXT : Math.clamp(width, NARROWEST_TEXT, WIDEST_TEXT);
  }

  /// Prints a line at once. It does not look for a terminal, which would take a while.
  public final void print(String line) {
    try {
      out.append(line).append('\n').flush();
    } catch (IOException e) {
      throw new OutputClosed(e);
    }
  }

  /// Reports an error, or anything else that is not a result, on its own line. Control characters,
  /// which the name of a file may have, become visible. If nobody can read it, it is lost.
  public final void error(String line) {
    try {
      err.append(Cells.printable(line)).append('\n').flush();
    } catch (IOException e) {
      // There is no other place to report it.
    }
  }

  /// Runs an action and returns what it prints.
  public final String captured(Runnable action) {
    return out.captured(action);
  }

  /// Opens files in the user's editor, and waits until it ends.
  ///
  /// @return the editor's exit status
  /// @throws InputFault when there is no editor
  public int edit(List<Path> files) throws InputFault, IOException, InterruptedException {
    return new Editor(environment, keyboard()).edit(files);
  }

  /// Restores the terminal.
  @Override
  public void close() {}

  /// The output, which can be diverted for a while.
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
}
