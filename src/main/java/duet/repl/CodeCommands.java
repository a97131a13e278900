package duet.repl;

import duet.scenario.InputFault;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The commands that take code, which is read as it was typed and not as words.
final class CodeCommands {
  private CodeCommands() {}

  /// The words of the code; [Prompt#rest] has it whole.
  private abstract static class OfCode implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "CODE", description = "As it stands.")
    List<String> code = List.of();
  }

  /// Evaluates one line, or changes what the prompt is for where there is none.
  private abstract static class OfLanguage extends OfCode {
    private final Prompt prompt;
    private final LiveSessions sessions;
    private final Evaluator evaluator;

    OfLanguage(Prompt prompt, LiveSessions sessions, Evaluator evaluator) {
      this.prompt = prompt;
      this.sessions = sessions;
      this.evaluator = evaluator;
    }

    final int evaluate(PromptMode mode) throws InterruptedException {
      if (code.isEmpty()) {
        prompt.mode = mode;
        var _ = sessions.of(mode);
        return 0;
      }
      return evaluator.evaluate(mode, prompt.rest, false);
    }
  }

  /// `py`.
  @Command(
      name = "py",
      mixinStandardHelpOptions = true,
      description = "A live Python session, or one line in it.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  py                   every input is Python from now on; Ctrl-D leaves, the state stays",
        "  py sum(range(10))    one line",
        "Within a session, %% begins a command: %%run lock, %%timeit f(), %%help."
      })
  static final class Py extends OfLanguage {
    Py(Prompt prompt, LiveSessions sessions, Evaluator evaluator) {
      super(prompt, sessions, evaluator);
    }

    @Override
    public Integer call() throws InterruptedException {
      return evaluate(PromptMode.PYTHON);
    }
  }

  /// `java`.
  @Command(
      name = "java",
      mixinStandardHelpOptions = true,
      description = "A live Java session, or one line in it.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  java                 every input is Java from now on; Ctrl-D leaves, the state stays",
        "  java Math.sqrt(2)    one line",
        "Within a session, %% begins a command: %%run lock, %%timeit f(), %%help."
      })
  static final class Java extends OfLanguage {
    Java(Prompt prompt, LiveSessions sessions, Evaluator evaluator) {
      super(prompt, sessions, evaluator);
    }

    @Override
    public Integer call() throws InterruptedException {
      return evaluate(PromptMode.JAVA);
    }
  }

  /// `time`.
  @Command(
      name = "time",
      mixinStandardHelpOptions = true,
      description = "Evaluates code once: its wall time, CPU time and CPU÷wall.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  time py sum(range(10**6))",
        "  %%time sum(range(10**6))     within a Python session"
      })
  static final class Time extends OfCode {
    private final Prompt prompt;
    private final Evaluator evaluator;

    Time(Prompt prompt, Evaluator evaluator) {
      this.prompt = prompt;
      this.evaluator = evaluator;
    }

    @Override
    public Integer call() throws InputFault, InterruptedException {
      Timed timed = timed(prompt, "time");
      return evaluator.evaluate(timed.mode(), timed.code(), true);
    }
  }

  /// `timeit`.
  @Command(
      name = "timeit",
      mixinStandardHelpOptions = true,
      description = "Evaluates code over and over: how long one time takes.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  timeit java Math.sqrt(2.0)",
        "  %%timeit Math.sqrt(2.0)      within a Java session",
        "Code typed in a Java session asks at every turn of a loop whether Ctrl-C was pressed,",
        "which takes a fraction of a nanosecond. Python is timed as a function's body."
      })
  static final class Timeit extends OfCode {
    private final Prompt prompt;
    private final Evaluator evaluator;

    Timeit(Prompt prompt, Evaluator evaluator) {
      this.prompt = prompt;
      this.evaluator = evaluator;
    }

    @Override
    public Integer call() throws InputFault, InterruptedException {
      Timed timed = timed(prompt, "timeit");
      return evaluator.time(timed.mode(), timed.code());
    }
  }

  /// Code and its language, which is the session's, or the first word.
  private record Timed(PromptMode mode, String code) {}

  private static Timed timed(Prompt prompt, String command) throws InputFault {
    CodeSpan code = CodeSpan.timed(prompt.mode, prompt.rest);
    String text = prompt.rest.substring(code.from());
    if (!code.mode().isLive() || text.isBlank()) {
      throw InputFault.usage(
          "there is no code to time", "Such as: " + command + " py sum(range(10**6))");
    }
    return new Timed(code.mode(), text);
  }
}
