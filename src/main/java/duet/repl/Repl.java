package duet.repl;

import duet.console.Screen;
import duet.console.Theme;
import duet.lane.Jit;
import duet.lane.process.Hosts;
import duet.render.terminal.SessionView;
import duet.run.Lanes;
import duet.scenario.SimilarNames;
import duet.scenario.found.Catalog;
import duet.scenario.found.PrivateCopies;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import picocli.CommandLine;

/// The interactive Duet: reads inputs, executes commands and evaluates code, until its user leaves.
/// It reads from a pipe as well.
public final class Repl {
  /// Exit statuses from here on are those of signals, of which Ctrl-C only ends what runs.
  private static final int SIGNALLED = 128;

  private static final int CONTROL_C = SIGNALLED + 2;

  /// What Python and JShell users type to leave.
  private static final List<String> FAREWELLS =
      List.of("exit", "exit()", "quit", "quit()", "/exit", "/ex");

  private final Catalog catalog;
  private final Hosts hosts;
  private final CommandLine commands;
  private final Display display;
  private final Map<String, String> environment;
  private final LastPlay plays;
  private final PrivateCopies copies;
  private final TerminalQuestions questions;
  private int status;

  /// @param commands the commands that Duet has everywhere, to which it adds its own
  /// @param plays where `run` tells of its plays
  /// @param copies the private copies that `run` plays
  /// @param questions where `learn` asks, from now on on this terminal
  public Repl(
      Catalog catalog,
      Hosts hosts,
      CommandLine commands,
      Display display,
      Map<String, String> environment,
      LastPlay plays,
      PrivateCopies copies,
      TerminalQuestions questions) {
    this.catalog = catalog;
    this.hosts = hosts;
    this.commands = commands;
    this.display = display;
    this.environment = Map.copyOf(environment);
    this.plays = plays;
    this.copies = copies;
    this.questions = questions;
  }

  /// Reads and does, to the end.
  ///
  /// @return an exit status: of inputs from a pipe, that of the last that failed
  public int run() {
    Screen screen = display.screen();
    var printed = new SessionOutput(new SessionView(screen));
    try (var sessions = new LiveSessions(hosts, printed)) {
      var typing = new CodeAssistant(sessions);
      Optional<Terminal> terminal =
          display.isInteractive()
              ? Optional.of(TerminalQuestions.openTerminal())
              : Optional.empty();
      terminal.ifPresent(questions::use);
      var completion = new CommandCompletion(commands, catalog, Settings.names());
      InputSource input =
          terminal
              .<InputSource>map(
                  at -> new TerminalInput(at, typing, completion, screen.theme(), environment))
              .orElseGet(() -> piped(typing));
      try (input) {
        printed.above(input);
        var evaluator = new Evaluator(sessions, display::screen);
        var workspace =
            new Workspace(
                catalog,
                copies,
                plays,
                display::screen,
                commands,
                sessions,
                evaluator,
                input,
                printed);
        addCommands(workspace, terminal);
        if (input.isInteractive()) {
          greet(screen);
        }
        if (input instanceof TerminalInput keyboard) {
          keyboard.troubles().forEach(workspace::say);
        }
        loop(workspace);
      }
    }
    return status;
  }

  private void addCommands(Workspace workspace, Optional<Terminal> terminal) {
    var raw = List.of("py", "java", "time", "timeit", "both", "again", "page");
    commands
        .addSubcommand(new AgainCommand(workspace))
        .addSubcommand(new BothCommand(workspace))
        .addSubcommand(new EditCommand(workspace, new Editor(environment, terminal)))
        .addSubcommand(new ResetCommand(workspace))
        .addSubcommand(new LogCommand(workspace))
        .addSubcommand(new SaveCommand(workspace))
        .addSubcommand(new HistoryCommand(workspace))
        .addSubcommand(new SetCommand(workspace))
        .addSubcommand(
            new PageCommand(workspace, new Pager(environment, terminal, display::captured)))
        .addSubcommand(new CodeCommands.Py(workspace))
        .addSubcommand(new CodeCommands.Java(workspace))
        .addSubcommand(new CodeCommands.Time(workspace))
        .addSubcommand(new CodeCommands.Timeit(workspace))
        .addSubcommand(new LoadCommand(workspace))
        .addSubcommand(new HelpCommand(workspace))
        .addSubcommand(new QuitCommand(workspace));
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    for (String name : raw) {
      workspace.command(name).setUnmatchedOptionsArePositionalParams(true).setTrimQuotes(false);
    }
    workspace.command("run").setDefaultValueProvider(workspace.settings);
  }

  private void loop(Workspace workspace) {
    while (!workspace.leaving) {
      if (workspace.input.isInteractive()) {
        Thread.ofPlatform().daemon().name("warm-up").start(this::warmUp);
      }
      var _ = Thread.interrupted(); // a Ctrl-C that came when all was over
      try {
        take(workspace.input.read(workspace.mode), workspace);
      } catch (UserInterruptException | InterruptedException e) {
        // The line, or what it did, is given up; the next one begins.
      } catch (EndOfFileException e) {
        if (workspace.mode == PromptMode.DUET || !workspace.input.isInteractive()) {
          workspace.leaving = true;
        }
        workspace.mode = PromptMode.DUET;
      } catch (UncheckedIOException e) {
        complain("duet: " + e.getMessage(), "'doctor' checks what Duet needs.");
      }
    }
  }

  /// Hosts get ready behind the prompt.
  private void warmUp() {
    Lanes.ALL.forEach(lane -> hosts.prepare(lane, Jit.AUTO));
  }

  private void take(String input, Workspace workspace) throws InterruptedException {
    String text = input.strip();
    boolean isCommand = text.startsWith(CodeAssistant.COMMAND);
    if (text.isEmpty()) {
      return;
    }
    if (!workspace.mode.isLive() || isCommand) {
      takeCommands((isCommand ? text.substring(1) : text).lines().toList(), workspace);
    } else if (FAREWELLS.contains(text)) {
      workspace.mode = PromptMode.DUET;
    } else {
      remember(workspace.evaluator.evaluate(workspace.mode, input, false), workspace);
    }
  }

  /// Several commands come when they were pasted; one of them may begin a live session, which the
  /// rest belongs to.
  private void takeCommands(List<String> lines, Workspace workspace) throws InterruptedException {
    PromptMode mode = workspace.mode;
    for (int i = 0; i < lines.size() && !workspace.leaving; i++) {
      if (workspace.mode != mode) {
        take(String.join("\n", lines.subList(i, lines.size())), workspace);
        return;
      }
      remember(execute(lines.get(i).strip(), workspace), workspace);
    }
  }

  private void remember(int result, Workspace workspace) {
    if (result > SIGNALLED && result != CONTROL_C) {
      workspace.leaving = true; // the terminal is closed, or somebody ends Duet
      status = result;
    } else if (!workspace.input.isInteractive() && result != 0) {
      status = result;
    }
  }

  private int execute(String line, Workspace workspace) {
    List<String> words = CommandWords.of(line);
    if (words.isEmpty() || line.startsWith("#")) {
      return 0;
    }
    boolean prefixed = words.getFirst().equals("duet") && words.size() > 1;
    List<String> own = prefixed ? words.subList(1, words.size()) : words;
    String name = own.getFirst();
    if (!commands.getSubcommands().containsKey(name)) {
      return unknown(name);
    }
    workspace.rest = line.substring(line.indexOf(name) + name.length()).strip();
    return switch (name) {
      case "run" -> workspace.run(own.subList(1, own.size()));
      case "learn", "batch", "check" -> workspace.undisturbed(own);
      default -> commands.execute(own.toArray(String[]::new));
    };
  }

  private int unknown(String word) {
    var near = SimilarNames.to(word, List.copyOf(commands.getSubcommands().keySet()));
    String hint = near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "? ";
    complain(
        "there is no command '" + word + "'",
        hint + "'help' lists them; 'py CODE' and 'java CODE' evaluate code.");
    return CommandLine.ExitCode.USAGE;
  }

  private void complain(String what, String next) {
    commands.getErr().println(what);
    commands.getErr().println(next);
    commands.getErr().flush();
  }

  private void greet(Screen screen) {
    Map<String, Integer> sizes = catalog.sizes();
    int scenarios = sizes.values().stream().mapToInt(Integer::intValue).sum();
    screen.line(
        screen.theme().paint(Theme.Role.TITLE, "Duet")
            + " · one experiment, two languages, one clock · "
            + scenarios
            + " scenarios in "
            + sizes.size()
            + " modules");
    screen.line(
        screen
            .theme()
            .paint(
                Theme.Role.FAINT,
                "run thread_function plays one · list · py · java · help · Ctrl-D leaves"));
    screen.flush();
  }

  private InputSource piped(CodeAssistant typing) {
    return new PipedInput(
        new FileInputStream(FileDescriptor.in),
        typing,
        line -> {
          Screen screen = display.screen();
          screen.line(line);
          screen.flush();
        });
  }
}
