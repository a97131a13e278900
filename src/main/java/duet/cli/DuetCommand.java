package duet.cli;

import duet.console.Cells;
import duet.console.Console;
import duet.console.OutputClosed;
import duet.options.Numbers;
import duet.program.ProgramContext;
import duet.repl.LastPlay;
import duet.repl.Repl;
import duet.scenario.InputFault;
import duet.scenario.found.PrivateCopies;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `duet`: the command above all others.
@Command(
    name = "duet",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Plays one concurrency experiment in Python and in Java, on one clock.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duet                             the prompt, for commands and for live code",
      "  duet list                        what there is to play",
      "  duet run thread_function         play it on both lanes",
      "  duet run mine.py Mine.java       play your own pair",
      "  duet learn                       the course: lessons and exercises",
      "  duet batch homework              play a whole folder, and report",
      "  duet show lock                   read both sources side by side",
      "",
      "'duet help COMMAND' tells more about one of them, 'duet help TOPIC' shows a page of the",
      "manual, and 'duet help' lists the topics.",
      "",
      "Exit codes: 0 all as expected, 1 a script failed, timed out or broke an expectation,",
      "2 wrong usage, 3 a bug of Duet's own, 5 nothing to play, 130 interrupted."
    })
public final class DuetCommand implements Callable<Integer> {
  /// The command that tells about others.
  private static final String HELP = "help";

  private final ProgramContext context;

  private DuetCommand(ProgramContext context) {
    this.context = context;
  }

  /// Runs one command, as a shell gives it.
  ///
  /// @return its [ExitCode]
  public static int run(ProgramContext context, String... words) {
    return line(context, words).execute(words);
  }

  /// The command line, ready to execute some words. Where the first of them names a command, the
  /// others are not built: that would take as long as most commands take.
  static CommandLine line(ProgramContext context, String... words) {
    var commands = commands(context, Caller.shell());
    commands.put(HELP, () -> HelpOverview.command(context));
    if (words.length == 0) {
      commands.clear(); // there is the REPL, with commands of its own
    } else if (commands.containsKey(words[0]) && !words[0].equals(HELP)) {
      commands.keySet().retainAll(Set.of(words[0]));
    }
    return line(context, commands);
  }

  /// By name.
  private static Map<String, Supplier<Object>> commands(ProgramContext context, Caller caller) {
    var commands = new LinkedHashMap<String, Supplier<Object>>();
    commands.put("list", () -> new ListCommand(context));
    commands.put("show", () -> new ShowCommand(context));
    commands.put("run", () -> new RunCommand(context, caller));
    commands.put("explore", () -> new ExploreCommand(context, caller));
    commands.put("replay", () -> new ReplayCommand(context, caller));
    commands.put("step", () -> new StepCommand(context, caller));
    commands.put("batch", () -> new BatchCommand(context, caller));
    commands.put("report", () -> new ReportCommand(context));
    commands.put("learn", () -> new LearnCommand(context, caller));
    commands.put("check", () -> new CheckCommand(context, caller));
    commands.put("new", () -> new NewCommand(context));
    commands.put("doctor", () -> new DoctorCommand(context));
    return commands;
  }

  private static CommandLine line(ProgramContext context, Map<String, Supplier<Object>> commands) {
    Console console = context.console();
    var line = new CommandLine(new DuetCommand(context));
    commands.values().forEach(command -> line.addSubcommand(command.get()));
    line.setOut(new PrintWriter(console.out(), true));
    line.setErr(new PrintWriter(console.err(), true));
    line.setExitCodeExceptionMapper(DuetCommand::status);
    line.setExecutionExceptionHandler((e, at, _) -> report(e, at));
    line.setHelpFactory(
        (command, colours) -> {
          command.usageMessage().width(console.textWidth()); // asked for only now: it takes a while
          return new CommandLine.Help(command, colours);
        });
    line.setResourceBundle(new LaneWords(context.lanes()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    Numbers.addTo(line);
    return line;
  }

  /// Without a command there is the REPL.
  @Override
  public Integer call() {
    var plays = new LastPlay();
    var copies = new PrivateCopies(context.state(), context.lanes().scripts().languages());
    var prompt = new Caller(copies::of, plays::begin, true);
    CommandLine commands = line(context, commands(context, prompt));
    return new Repl(context, context.catalog(), commands, plays, copies).run();
  }

  private static int report(Exception e, CommandLine at) {
    switch (e) {
      case InputFault fault -> {
        at.getErr().println("duet: " + Cells.printable(String.valueOf(fault.getMessage())));
        at.getErr().println(Cells.printable(fault.next()));
      }
      case OutputClosed closed -> {
        if (!closed.fault().isEmpty()) {
          at.getErr().println("duet: cannot write the output: " + closed.fault());
          at.getErr().println("Make room, or send it elsewhere.");
        }
      }
      default -> {
        at.getErr()
            .println("duet: this is a bug of Duet's own. Please report it with these lines:");
        at.getErr().println("duet " + String.join(" ", at.getParseResult().originalArgs()));
        e.printStackTrace(at.getErr());
      }
    }
    return status(e);
  }

  private static int status(Throwable thrown) {
    return switch (thrown) {
      case InputFault fault ->
          switch (fault.fault()) {
            case USAGE -> ExitCode.USAGE;
            case NOTHING_TO_PLAY -> ExitCode.NOTHING_TO_PLAY;
          };
      case CommandLine.ParameterException _ -> ExitCode.USAGE;
      case OutputClosed closed -> closed.fault().isEmpty() ? ExitCode.INTERRUPTED : ExitCode.USAGE;
      default -> ExitCode.BUG;
    };
  }
}
