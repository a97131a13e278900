package duet.repl;

import duet.console.Console;
import duet.console.Screen;
import duet.console.Theme.Role;
import duet.manual.HelpCommand;
import duet.manual.Manual;
import duet.program.ProgramContext;
import duet.render.terminal.SessionView;
import duet.scenario.found.Catalog;
import duet.scenario.found.PrivateCopies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/// The interactive Duet: a prompt for commands and live code. It also reads inputs from a pipe.
public final class Repl {
  private final ProgramContext context;
  private final Catalog catalog;
  private final LiveLanguages languages;
  private final CommandLine commands;
  private final LastPlay plays;
  private final PrivateCopies copies;
  private final PromptState prompt = new PromptState();
  private final Settings settings = new Settings();

  /// @param commands the commands of the command line, to which the prompt adds its own
  /// @param plays records the plays of `run`
  /// @param copies the user's copies of scenarios, which `run` plays
  public Repl(
      ProgramContext context,
      Catalog catalog,
      CommandLine commands,
      LastPlay plays,
      PrivateCopies copies) {
    this.context = context;
    this.catalog = catalog;
    languages = LiveLanguages.of(context.lanes());
    this.commands = commands;
    this.plays = plays;
    this.copies = copies;
  }

  /// Reads and runs inputs until the user leaves or the input ends.
  ///
  /// @return an exit status; for inputs from a pipe, the one of the last input that failed
  public int run() {
    var printed = new SessionOutput(new SessionView(context.console().screen()));
    try (var sessions = new LiveSessions(context.hosts(), context.home(), printed, settings);
        InputSource input = input(new CodeAssistant(sessions))) {
      printed.above(input);
      var runner = new CommandRunner(commands, printed);
      var evaluator = new Evaluator(sessions, context.console()::screen);
      addPlayCommands(runner, sessions, input);
      addCodeCommands(sessions, evaluator);
      addOtherCommands(runner, input);
      readAsTyped(runner);
      if (input.isInteractive()) {
        greet(context.console().screen());
      }
      input.problems().forEach(context.console()::print);
      return new PromptLoop(
              context,
              prompt,
              settings,
              input,
              runner,
              evaluator,
              word -> addSession(word, runner, sessions, evaluator))
          .run();
    }
  }

  /// Adds the command of a session that is offered only where somebody asks for it.
  ///
  /// @return whether there is one with this name
  private boolean addSession(
      String word, CommandRunner runner, LiveSessions sessions, Evaluator evaluator) {
    Optional<PromptMode> mode = languages.other(word);
    if (mode.isPresent()) {
      CodeCommands.addSession(commands, mode.get(), prompt, sessions, evaluator);
      readAsTyped(runner, List.of(word));
    }
    return mode.isPresent();
  }

  private InputSource input(CodeAssistant typing) {
    Console console = context.console();
    var manual = new Manual(context.home());
    var completion =
        new CommandCompletion(commands, catalog, context.lanes(), manual, Settings.names());
    return console
        .keyboard()
        .<InputSource>map(
            at ->
                new TerminalInput(
                    at,
                    languages,
                    typing,
                    completion,
                    console.screen().theme(),
                    context.environment()))
        .orElseGet(() -> new PipedInput(console.input(), typing, console::print));
  }

  private void addPlayCommands(CommandRunner runner, LiveSessions sessions, InputSource input) {
    Console console = context.console();
    commands
        .addSubcommand(new AgainCommand(runner))
        .addSubcommand(new BothCommand(runner, languages, sessions, input, copies, console))
        .addSubcommand(new EditCommand(runner, catalog, copies, console))
        .addSubcommand(new ResetCommand(catalog, copies, console))
        .addSubcommand(new LogCommand(context, plays))
        .addSubcommand(new SaveCommand(plays, console));
  }

  private void addCodeCommands(LiveSessions sessions, Evaluator evaluator) {
    CodeCommands.addTo(commands, languages, prompt, sessions, evaluator);
    commands.addSubcommand(new LoadCommand(catalog, copies, prompt, languages, evaluator));
  }

  private void addOtherCommands(CommandRunner runner, InputSource input) {
    Console console = context.console();
    var manual = new Manual(context.home());
    var overview = new PromptOverview(manual, languages, console);
    commands
        .addSubcommand(new HistoryCommand(prompt, input, console))
        .addSubcommand(
            new SetCommand(settings, context.home(), context.lanes(), runner, input, console))
        .addSubcommand(new PageCommand(runner, new Pager(context.environment(), console)))
        .addSubcommand(new HelpCommand(manual, console, "help", overview))
        .addSubcommand(new QuitCommand(prompt));
  }

  /// Makes commands accept code that looks like options, and gives `run` the settings as defaults.
  /// The prompt's own commands print to the same place as the others.
  private void readAsTyped(CommandRunner runner) {
    var names = new ArrayList<>(List.of("time", "timeit", "both", "again", "page"));
    names.addAll(languages.words());
    readAsTyped(runner, names);
    runner.command("run").setDefaultValueProvider(settings);
  }

  private void readAsTyped(CommandRunner runner, List<String> names) {
    commands.setOut(commands.getOut()).setErr(commands.getErr());
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    for (String name : names) {
      runner.command(name).setUnmatchedOptionsArePositionalParams(true).setTrimQuotes(false);
    }
  }

  private void greet(Screen screen) {
    Map<String, Integer> sizes = catalog.sizes();
    int scenarios = sizes.values().stream().mapToInt(Integer::intValue).sum();
    screen.line(
        screen.theme().paint(Role.TITLE, "Duet")
            + " · one experiment, two languages, one clock · "
            + scenarios
            + " scenarios in "
            + sizes.size()
            + " modules");
    screen.line(
        screen
            .theme()
            .paint(
                Role.FAINT,
                "run thread_function plays one · list · "
                    + languages.joined(" · ", PromptMode::word)
                    + " · help · Ctrl-D leaves"));
    screen.flush();
  }
}
