package duet.repl;

import duet.console.Theme;
import duet.scenario.folder.StateFolder;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.impl.InputRC;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.widget.AutosuggestionWidgets;

/// Inputs from a terminal, with editing, completion, colours, and a saved history for each mode.
final class TerminalInput implements InputSource {
  private static final int LINES_KEPT = 5_000;

  private final Terminal terminal;
  private final LiveLanguages languages;
  private final CodeAssistant typing;
  private final CommandCompletion commands;
  private final Theme theme;
  private final Map<String, String> environment;
  private final Map<PromptMode, LineReader> readers = new HashMap<>();
  private final Map<PromptMode, Optional<Path>> files = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private volatile LineReader reading;
  private Optional<String> keys = Optional.empty();

  TerminalInput(
      Terminal terminal,
      LiveLanguages languages,
      CodeAssistant typing,
      CommandCompletion commands,
      Theme theme,
      Map<String, String> environment) {
    this.terminal = terminal;
    this.languages = languages;
    this.typing = typing;
    this.commands = commands;
    this.theme = theme;
    this.environment = environment;
    files.put(PromptMode.DUET, historyFile(PromptMode.DUET));
    languages.modes().forEach(mode -> files.put(mode, historyFile(mode)));
    reading = reader(PromptMode.DUET);
  }

  @Override
  public String read(PromptMode mode) {
    LineReader reader = reader(mode);
    reading = reader;
    return reader.readLine(theme.paint(Theme.Role.TITLE, mode.prompt()));
  }

  @Override
  public void showAbove(String line) {
    reading.printAbove(line);
  }

  @Override
  public boolean isInteractive() {
    return true;
  }

  @Override
  public void close() {} // the console closes the terminal

  @Override
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /// The inputs of a mode, oldest first.
  List<String> history(PromptMode mode) {
    var lines = new ArrayList<String>();
    reader(mode).getHistory().forEach(entry -> lines.add(entry.line()));
    return lines;
  }

  /// Switches to `emacs` or `vi` keys.
  void keys(String style) {
    keys = Optional.of(style);
    readers.values().forEach(this::useKeys);
  }

  private LineReader reader(PromptMode mode) {
    return readers.computeIfAbsent(mode, this::make);
  }

  private LineReader make(PromptMode mode) {
    LineReaderBuilder builder = LineReaderBuilder.builder();
    files
        .computeIfAbsent(mode, other -> other.isSnippet() ? Optional.empty() : historyFile(other))
        .ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    LineReader reader =
        builder
            .terminal(terminal)
            .appName("duet")
            .history(new DefaultHistory())
            .parser(new InputParser(mode, languages, typing))
            .completer(new InputCompletion(mode, languages, typing, commands))
            .highlighter(new InputColours(mode, languages, theme))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, mode.continuation())
            .variable(LineReader.INDENTATION, 1)
            .variable(LineReader.HISTORY_SIZE, LINES_KEPT)
            .variable(LineReader.HISTORY_FILE_SIZE, LINES_KEPT)
            .variable(LineReader.LIST_MAX, 100)
            .option(Option.DISABLE_EVENT_EXPANSION, true)
            .option(Option.HISTORY_TIMESTAMPED, false)
            .option(Option.HISTORY_IGNORE_SPACE, true)
            .option(Option.AUTO_FRESH_LINE, true)
            .build();
    InputKeys.bind(reader, mode);
    if (theme.coloured()) {
      new AutosuggestionWidgets(reader).enable();
    }
    readInputRc(reader);
    useKeys(reader);
    return reader;
  }

  /// Reads the user's own key bindings and settings from `$INPUTRC` or `~/.inputrc`.
  private void readInputRc(LineReader reader) {
    String given = environment.getOrDefault("INPUTRC", "");
    Path file =
        given.isEmpty() ? Path.of(System.getProperty("user.home"), ".inputrc") : Path.of(given);
    if (Files.isReadable(file)) {
      try {
        InputRC.configure(reader, file.toUri().toURL());
      } catch (MalformedURLException e) {
        throw new IllegalStateException(e);
      } catch (IOException | RuntimeException e) {
        problems.add("cannot use " + file + ": " + e.getMessage());
      }
    }
  }

  private void useKeys(LineReader reader) {
    keys.ifPresent(
        style ->
            reader
                .getKeyMaps()
                .put(
                    LineReader.MAIN,
                    reader
                        .getKeyMaps()
                        .get(style.equals("vi") ? LineReader.VIINS : LineReader.EMACS)));
  }

  private Optional<Path> historyFile(PromptMode mode) {
    StateFolder state = StateFolder.of(environment);
    try {
      Path file = state.file("history-" + mode.word());
      HistoryFile.mend(file);
      return Optional.of(file);
    } catch (IOException e) {
      if (problems.isEmpty()) {
        problems.add("cannot save the history: cannot write to " + state.path());
      }
      return Optional.empty();
    }
  }
}
