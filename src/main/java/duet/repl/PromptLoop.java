package duet.repl;

import duet.lane.Jit;
import duet.program.ProgramContext;
import duet.scenario.SimilarNames;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import picocli.CommandLine;

/// Reads one input after the other, runs commands and evaluates code, until the user leaves.
final class PromptLoop {
  /// Exit statuses above this one mean a signal. The signal of Ctrl-C ends a command, but not Duet.
  private static final int SIGNAL_BASE = 128;

  private static final int CTRL_C = SIGNAL_BASE + 2;

  /// What users of Python and JShell type to leave.
  private static final List<String> EXIT_WORDS =
      List.of("exit", "exit()", "quit", "quit()", "/exit", "/ex");

  private final ProgramContext context;
  private final PromptState prompt;
  private final Settings settings;
  private final InputSource input;
  private final CommandRunner runner;
  private final Evaluator evaluator;
  private final Predicate<String> moreCommands;
  private int status;

  /// @param moreCommands adds a command that is offered only where somebody asks for it; tells
  ///   whether there is one with this name

  PromptLoop(
      ProgramContext context,
      PromptState prompt,
      Settings settings,
      InputSource input,
      CommandRunner runner,
      Evaluator evaluator,
      Predicate<String> moreCommands) {
    this.context = context;
    this.prompt = prompt;
    this.settings = settings;
    this.input = input;
    this.runner = runner;
    this.evaluator = evaluator;
    this.moreCommands = moreCommands;
  }

  /// Reads and runs inputs until the user leaves or the input ends.
  ///
  /// @return an exit status; for inputs from a pipe, the one of the last input that failed
  int run() {
    while (!prompt.leaving) {
      if (input.isInteractive()) {
        Thread.ofPlatform().daemon().name("warm-up").start(this::warmUp);
      }
      var _ = Thread.interrupted(); // a Ctrl-C that came too late for the last input
      try {
        handle(input.read(prompt.mode));
      } catch (UserInterruptException | InterruptedException e) {
        // The user drops this line or stops its command; the loop reads the next line.
      } catch (EndOfFileException e) {
        if (prompt.mode.isForCommands() || !input.isInteractive()) {
          prompt.leaving = true;
        }
        prompt.mode = PromptMode.DUET;
      } catch (UncheckedIOException e) {
        printError("duet: " + e.getMessage(), "'doctor' checks what Duet needs.");
      }
    }
    return status;
  }

  /// Starts hosts in the background, so that the next play finds them ready. Looks for more lanes,
  /// too, before somebody completes their names.
  private void warmUp() {
    settings.lanes(context.lanes()).forEach(lane -> context.hosts().prepare(lane, Jit.AUTO));
    var _ = context.lanes().others();
  }

  private void handle(String typed) throws InterruptedException {
    String text = typed.strip();
    boolean isCommand = text.startsWith(CodeAssistant.COMMAND);
    if (text.isEmpty()) {
      return;
    }
    if (!prompt.mode.isLive() || isCommand) {
      handleCommands((isCommand ? text.substring(1) : text).lines().toList());
    } else if (EXIT_WORDS.contains(text)) {
      prompt.mode = PromptMode.DUET;
    } else {
      remember(evaluator.evaluate(prompt.mode, typed, false));
    }
  }

  /// The user may paste several commands. If one of them starts a live session, the rest is its
  /// code.
  private void handleCommands(List<String> lines) throws InterruptedException {
    PromptMode mode = prompt.mode;
    for (int i = 0; i < lines.size() && !prompt.leaving; i++) {
      if (!prompt.mode.equals(mode)) {
        handle(String.join("\n", lines.subList(i, lines.size())));
        return;
      }
      remember(execute(lines.get(i).strip()));
    }
  }

  private void remember(int result) {
    if (result > SIGNAL_BASE && result != CTRL_C) {
      prompt.leaving = true; // a signal ends Duet, or its terminal was closed
      status = result;
    } else if (!input.isInteractive() && result != 0) {
      status = result;
    }
  }

  private int execute(String line) {
    List<String> words = CommandWords.of(line);
    if (words.isEmpty() || line.startsWith("#")) {
      return 0;
    }
    boolean prefixed = words.getFirst().equals("duet") && words.size() > 1;
    List<String> own = prefixed ? words.subList(1, words.size()) : words;
    String name = own.getFirst();
    if (!runner.knows(name) && !moreCommands.test(name)) {
      return unknown(name);
    }
    prompt.rest = line.substring(line.indexOf(name) + name.length()).strip();
    return switch (name) {
      case "run" -> runner.run(own.subList(1, own.size()));
      case "learn", "batch", "check" -> runner.runAlone(own);
      default -> runner.execute(own);
    };
  }

  private int unknown(String word) {
    var near = SimilarNames.to(word, List.copyOf(runner.commands().getSubcommands().keySet()));
    String hint = near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "? ";
    printError(
        "there is no command '" + word + "'",
        hint
            + "'help' lists all commands; "
            + LiveLanguages.of(context.lanes())
                .joined(" and ", mode -> "'" + mode.word() + " CODE'")
            + " evaluate code.");
    return CommandLine.ExitCode.USAGE;
  }

  private void printError(String what, String next) {
    context.console().error(what);
    context.console().error(next);
  }
}
