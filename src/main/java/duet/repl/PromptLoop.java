package duet.repl;

import duet.lane.Jit;
import duet.program.ProgramContext;
import duet.scenario.SimilarNames;
import java.io.UncheckedIOException;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import picocli.CommandLine;

/// Reads inputs one after the other, runs commands and evaluates code, until the user leaves.
final class PromptLoop {
  /// Exit statuses from here on are those of signals, of which Ctrl-C only ends what runs.
  private static final int SIGNALLED = 128;

  private static final int CONTROL_C = SIGNALLED + 2;

  /// What Python and JShell users type to leave.
  private static final List<String> FAREWELLS =
      List.of("exit", "exit()", "quit", "quit()", "/exit", "/ex");

  private final ProgramContext context;
  private final Prompt prompt;
  private final InputSource input;
  private final CommandRunner runner;
  private final Evaluator evaluator;
  private int status;

  PromptLoop(
      ProgramContext context,
      Prompt prompt,
      InputSource input,
      CommandRunner runner,
      Evaluator evaluator) {
    this.context = context;
    this.prompt = prompt;
    this.input = input;
    this.runner = runner;
    this.evaluator = evaluator;
  }

  /// Reads and does, to the end.
  ///
  /// @return an exit status: of inputs from a pipe, that of the last that failed
  int run() {
    while (!prompt.leaving) {
      if (input.isInteractive()) {
        Thread.ofPlatform().daemon().name("warm-up").start(this::warmUp);
      }
      var _ = Thread.interrupted(); // a Ctrl-C that came when all was over
      try {
        take(input.read(prompt.mode));
      } catch (UserInterruptException | InterruptedException e) {
        // The line, or what it did, is given up; the next one begins.
      } catch (EndOfFileException e) {
        if (prompt.mode.isForCommands() || !input.isInteractive()) {
          prompt.leaving = true;
        }
        prompt.mode = PromptMode.DUET;
      } catch (UncheckedIOException e) {
        complain("duet: " + e.getMessage(), "'doctor' checks what Duet needs.");
      }
    }
    return status;
  }

  /// Hosts get ready behind the prompt.
  private void warmUp() {
    context.lanes().usual().forEach(lane -> context.hosts().prepare(lane, Jit.AUTO));
  }

  private void take(String typed) throws InterruptedException {
    String text = typed.strip();
    boolean isCommand = text.startsWith(CodeAssistant.COMMAND);
    if (text.isEmpty()) {
      return;
    }
    if (!prompt.mode.isLive() || isCommand) {
      takeCommands((isCommand ? text.substring(1) : text).lines().toList());
    } else if (FAREWELLS.contains(text)) {
      prompt.mode = PromptMode.DUET;
    } else {
      remember(evaluator.evaluate(prompt.mode, typed, false));
    }
  }

  /// Several commands come when they were pasted; one of them may begin a live session, which the
  /// rest belongs to.
  private void takeCommands(List<String> lines) throws InterruptedException {
    PromptMode mode = prompt.mode;
    for (int i = 0; i < lines.size() && !prompt.leaving; i++) {
      if (!prompt.mode.equals(mode)) {
        take(String.join("\n", lines.subList(i, lines.size())));
        return;
      }
      remember(execute(lines.get(i).strip()));
    }
  }

  private void remember(int result) {
    if (result > SIGNALLED && result != CONTROL_C) {
      prompt.leaving = true; // the terminal is closed, or somebody ends Duet
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
    if (!runner.knows(name)) {
      return unknown(name);
    }
    prompt.rest = line.substring(line.indexOf(name) + name.length()).strip();
    return switch (name) {
      case "run" -> runner.run(own.subList(1, own.size()));
      case "learn", "batch", "check" -> runner.undisturbed(own);
      default -> runner.execute(own);
    };
  }

  private int unknown(String word) {
    var near = SimilarNames.to(word, List.copyOf(runner.commands().getSubcommands().keySet()));
    String hint = near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "? ";
    complain(
        "there is no command '" + word + "'",
        hint
            + "'help' lists them; "
            + LiveLanguages.of(context.lanes())
                .joined(" and ", mode -> "'" + mode.word() + " CODE'")
            + " evaluate code.");
    return CommandLine.ExitCode.USAGE;
  }

  private void complain(String what, String next) {
    context.console().error(what);
    context.console().error(next);
  }
}
