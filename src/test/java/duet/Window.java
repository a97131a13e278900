package duet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jline.terminal.Size;
import org.jline.utils.ScreenTerminal;
import org.jline.utils.WCWidth;

/// A program on a terminal of its own: a real pty (made by script(1)), and an emulator that keeps
/// what would be seen.
final class Window implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 45_000;

  /// How long after the program's end what it has shown may be on its way.
  private static final long LAST_WORDS_MILLIS = 2_000;

  private final Process process;
  private final OutputStream keys;
  private final ScreenTerminal screen;
  private final Path tty;
  private final Thread shower;
  private int from;

  private Window(Process process, int columns, int rows, Path tty) {
    this.process = process;
    this.tty = tty;
    keys = process.getOutputStream();
    screen = new ScreenTerminal(columns, rows);
    shower =
        Thread.ofPlatform().daemon().name("window").start(() -> show(process.getInputStream()));
  }

  /// Starts a command line of the shell. Ctrl-C reaches it even where these tests run in the
  /// background, which ignores it.
  static Window open(
      int columns, int rows, Path folder, Map<String, String> environment, String command)
      throws IOException {
    Path tty = Files.createTempFile("tty", "");
    String setUp = "tty > '" + tty + "'; stty cols " + columns + " rows " + rows + "; ";
    var builder =
        new ProcessBuilder(
            "env", "--default-signal=INT", "script", "-qec", setUp + command, "/dev/null");
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("TERM", "xterm-256color");
    List.of("NO_COLOR", "EDITOR", "VISUAL", "PAGER", "INPUTRC", "LC_ALL", "LANG")
        .forEach(builder.environment()::remove);
    builder.environment().putAll(environment);
    return new Window(builder.start(), columns, rows, tty);
  }

  /// Types.
  Window type(String text) throws IOException {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
    return this;
  }

  /// Types a line and Enter, once the line can be seen.
  Window enter(String text) throws IOException, InterruptedException {
    int before = count(text);
    type(text);
    if (!text.isBlank()) {
      await("line " + text, () -> count(text) > before);
    }
    String shown = all();
    type("\r");
    return await("answer to " + text, () -> !all().equals(shown));
  }

  /// How often a text can be seen, wherever the lines break.
  private int count(String text) {
    String blank = "[\\s│]+";
    String seen = all().replaceAll(blank, "");
    String wanted = text.replaceAll(blank, "");
    return wanted.isEmpty() ? 0 : seen.split(java.util.regex.Pattern.quote(wanted), -1).length;
  }

  /// Waits until the last line that is not empty begins with a text, and is nothing more.
  Window awaitPrompt(String prompt) throws InterruptedException {
    return await("the prompt " + prompt, () -> lastLine().equals(prompt));
  }

  /// Waits until something was shown.
  Window await(String text) throws InterruptedException {
    return await(text, () -> all().contains(text));
  }

  private interface Condition {
    boolean holds();
  }

  private Window await(String what, Condition condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (!condition.holds()) {
      boolean isLast = System.nanoTime() > end || !process.isAlive();
      if (isLast) {
        shower.join(LAST_WORDS_MILLIS);
      }
      if (isLast && !condition.holds()) {
        throw new AssertionError("no " + what + " on the screen:\n" + all());
      }
      screen.waitDirty(20);
    }
    return this;
  }

  /// Forgets what was shown before the last line.
  Window fresh() {
    String text = everything();
    from = text.lastIndexOf('\n') + 1;
    return this;
  }

  /// Everything that was shown since [#fresh], what has scrolled away included; lines without
  /// spaces at their end.
  String all() {
    return everything().substring(from);
  }

  private String everything() {
    synchronized (screen) {
      var lines = new ArrayList<String>();
      screen.getHistory().forEach(cells -> lines.add(text(cells, 0, cells.length)));
      int width = screen.getColumns();
      var cells = new long[width * screen.getRows()];
      screen.dump(cells, new int[2]);
      for (int row = 0; row < screen.getRows(); row++) {
        lines.add(text(cells, row * width, width));
      }
      return lines.stream().collect(Collectors.joining("\n")).stripTrailing();
    }
  }

  private String lastLine() {
    String text = all();
    return text.substring(text.lastIndexOf('\n') + 1);
  }

  /// Changes the window's size.
  void resize(int columns, int rows) throws IOException, InterruptedException {
    screen.setSize(Size.of(columns, rows));
    String size = "stty -F " + Files.readString(tty).strip() + " cols " + columns + " rows " + rows;
    new ProcessBuilder("sh", "-c", size).start().waitFor();
  }

  /// Waits for the program's end.
  ///
  /// @return its exit status
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still running:\n" + all());
    }
    return process.exitValue();
  }

  /// The processes that the program has started, by their command lines.
  List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    Files.deleteIfExists(tty);
  }

  private static String text(long[] cells, int from, int length) {
    var text = new StringBuilder();
    for (int i = from; i < from + length; i++) {
      int c = ScreenTerminal.cellCodePoint(cells[i]);
      text.appendCodePoint(c == 0 ? ' ' : c);
      i += Math.max(0, WCWidth.wcwidth(c) - 1); // a wide character takes two cells
    }
    return text.toString().stripTrailing();
  }

  /// Shows what comes, and sends back what a terminal answers to questions.
  private void show(InputStream in) {
    var buffer = new byte[1 << 13];
    var pending = new java.io.ByteArrayOutputStream();
    try (in) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        pending.write(buffer, 0, n);
        int whole = wholeCharacters(pending.toByteArray());
        String text = new String(pending.toByteArray(), 0, whole, StandardCharsets.UTF_8);
        byte[] rest = pending.toByteArray();
        pending.reset();
        pending.write(rest, whole, rest.length - whole);
        screen.write(text);
        String answer = screen.read();
        if (!answer.isEmpty()) {
          type(answer);
        }
      }
    } catch (IOException e) {
      // It has ended.
    }
  }

  /// How many of these bytes are whole characters of UTF-8.
  private static int wholeCharacters(byte[] bytes) {
    int start = bytes.length;
    while (start > 0 && (bytes[start - 1] & 0xC0) == 0x80) {
      start--;
    }
    if (start == 0 || bytes[start - 1] >= 0) {
      return bytes.length;
    }
    int lead = bytes[start - 1] & 0xFF;
    int needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    return bytes.length - start + 1 >= needed ? bytes.length : start - 1;
  }
}
