package duet.console;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Terminal;

/// A console that keeps what is printed and gives the answers that were laid ready. It begins as a
/// pipe that nobody sits at.
public final class TestConsole extends Console {
  private static final int ROWS = 100;

  private final Text out;
  private final Text err;
  private final Deque<String> typed = new ArrayDeque<>();
  private final List<Path> edited = new ArrayList<>();
  private boolean interactive;
  private int columns;
  private int editorStatus;
  private byte[] piped = {};

  public TestConsole() {
    this(Map.of());
  }

  /// @param environment such as `NO_COLOR`
  public TestConsole(Map<String, String> environment) {
    this(new Text(), new Text(), environment);
  }

  private TestConsole(Text out, Text err, Map<String, String> environment) {
    super(out, err, environment);
    this.out = out;
    this.err = err;
  }

  /// A terminal so wide, which can redraw a line, and has colours.
  public TestConsole terminal(int width) {
    columns = width;
    return this;
  }

  /// With a user who types these lines and then leaves.
  public TestConsole interactive(String... lines) {
    interactive = true;
    typed.addAll(List.of(lines));
    return this;
  }

  /// With this text on standard input.
  public TestConsole piped(String text) {
    piped = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  /// With an editor that leaves everything as it is, and ends so.
  public TestConsole editor(int status) {
    editorStatus = status;
    return this;
  }

  /// What was printed so far.
  public StringBuilder printed() {
    return out.text;
  }

  /// What was reported as an error so far.
  public StringBuilder errors() {
    return err.text;
  }

  /// The answers that nobody has asked for yet.
  public Deque<String> typed() {
    return typed;
  }

  /// What was opened in the editor.
  public List<Path> edited() {
    return edited;
  }

  @Override
  protected int columns() {
    return columns;
  }

  @Override
  public int rows() {
    return interactive ? ROWS : 0;
  }

  @Override
  public boolean isInteractive() {
    return interactive;
  }

  /// The prompt is printed, on a line of its own.
  @Override
  public Optional<String> ask(String prompt) {
    print(prompt);
    return Optional.ofNullable(typed.poll());
  }

  @Override
  public Optional<Terminal> keyboard() {
    return Optional.empty();
  }

  @Override
  public InputStream input() {
    return new ByteArrayInputStream(piped);
  }

  @Override
  public int edit(List<Path> files) {
    edited.addAll(files);
    return editorStatus;
  }

  /// Keeps what is written.
  private static final class Text extends Writer {
    final StringBuilder text = new StringBuilder();

    @Override
    public void write(char[] from, int offset, int length) {
      text.append(from, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
