package duet.repl;

import duet.scenario.InputFault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The commands that take code: sessions, `time` and `timeit`. Code is used as it was typed, not as
/// split words.
final class CodeCommands {
  private static final String LEAVING = " until Ctrl-D; the state is kept";

  private CodeCommands() {}

  /// A command that takes code. [PromptState#rest] has the code as it was typed.
  private abstract static class OfCode implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "CODE", description = "The code.")
    List<String> code = List.of();
  }

  /// `py`, `java` …: the command of a language's live session.
  @Command(mixinStandardHelpOptions = true, footerHeading = "%nExamples:%n")
  private static final class Session extends OfCode {
    private final PromptMode mode;
    private final PromptState prompt;
    private final LiveSessions sessions;
    private final Evaluator evaluator;

    Session(PromptMode mode, PromptState prompt, LiveSessions sessions, Evaluator evaluator) {
      this.mode = mode;
      this.prompt = prompt;
      this.sessions = sessions;
      this.evaluator = evaluator;
    }

    /// Evaluates the code, or changes the prompt to this language if there is no code.
    @Override
    public Integer call() throws InputFault, InterruptedException {
      sessions.check(mode);
      if (code.isEmpty()) {
        prompt.mode = mode;
        var _ = sessions.of(mode);
        return 0;
      }
      return evaluator.evaluate(mode, prompt.rest, false);
    }
  }

  /// Adds these commands to the others, with help texts for the languages that Duet has.
  static void addTo(
      CommandLine commands,
      LiveLanguages languages,
      PromptState prompt,
      LiveSessions sessions,
      Evaluator evaluator) {
    for (PromptMode mode : languages.modes()) {
      addSession(commands, mode, prompt, sessions, evaluator);
    }
    var time = new CommandLine(new Time(prompt, languages, sessions, evaluator));
    var timeit = new CommandLine(new Timeit(prompt, languages, sessions, evaluator));
    if (!languages.modes().isEmpty()) {
      time.getCommandSpec().usageMessage().footer(timed("time", languages.modes().getFirst()));
      var notes = new ArrayList<>(List.of(timed("timeit", languages.modes().getLast())));
      languages.modes().reversed().forEach(m -> notes.add(m.session().examples().timing()));
      timeit.getCommandSpec().usageMessage().footer(notes.toArray(String[]::new));
    }
    commands.addSubcommand(time).addSubcommand(timeit);
  }

  /// Adds the command that begins the session of a mode.
  static void addSession(
      CommandLine commands,
      PromptMode mode,
      PromptState prompt,
      LiveSessions sessions,
      Evaluator evaluator) {
    commands.addSubcommand(mode.word(), line(new Session(mode, prompt, sessions, evaluator), mode));
  }

  private static CommandLine line(Session session, PromptMode mode) {
    String name = mode.code().description().name();
    var line = new CommandLine(session);
    line.getCommandSpec()
        .usageMessage()
        .description(about(mode))
        .footer(
            example(mode.word(), 20, "every input is " + name + LEAVING),
            example(
                mode.word() + " " + mode.session().examples().expression(),
                20,
                "evaluates one line"),
            "In a session, commands begin with %%: %%run lock, %%timeit f(), %%help.");
    return line;
  }

  /// What the command that begins a session does.
  static String about(PromptMode mode) {
    String name = mode.code().description().name();
    return "Starts a live " + name + " session, or evaluates one line in it.";
  }

  private static String[] timed(String command, PromptMode mode) {
    String code = mode.session().examples().timed();
    String within = "in a " + mode.code().description().name() + " session";
    return new String[] {
      "  " + command + " " + mode.word() + " " + code,
      example("%%" + command + " " + code, 28, within)
    };
  }

  private static String example(String typed, int width, String told) {
    return String.format("  %-" + width + "s %s", typed, told);
  }

  /// `time`.
  @Command(
      name = "time",
      mixinStandardHelpOptions = true,
      description = "Evaluates code once and shows its wall time, CPU time and CPU÷wall.",
      footerHeading = "%nExamples:%n")
  private static final class Time extends OfCode {
    private final PromptState prompt;
    private final LiveLanguages languages;
    private final LiveSessions sessions;
    private final Evaluator evaluator;

    Time(PromptState prompt, LiveLanguages languages, LiveSessions sessions, Evaluator evaluator) {
      this.prompt = prompt;
      this.languages = languages;
      this.sessions = sessions;
      this.evaluator = evaluator;
    }

    @Override
    public Integer call() throws InputFault, InterruptedException {
      Timed timed = timed(prompt, languages, "time");
      sessions.check(timed.mode());
      return evaluator.evaluate(timed.mode(), timed.code(), true);
    }
  }

  /// `timeit`.
  @Command(
      name = "timeit",
      mixinStandardHelpOptions = true,
      description = "Evaluates code many times and shows how long one evaluation takes.",
      footerHeading = "%nExamples:%n")
  private static final class Timeit extends OfCode {
    private final PromptState prompt;
    private final LiveLanguages languages;
    private final LiveSessions sessions;
    private final Evaluator evaluator;

    Timeit(
        PromptState prompt, LiveLanguages languages, LiveSessions sessions, Evaluator evaluator) {
      this.prompt = prompt;
      this.languages = languages;
      this.sessions = sessions;
      this.evaluator = evaluator;
    }

    @Override
    public Integer call() throws InputFault, InterruptedException {
      Timed timed = timed(prompt, languages, "timeit");
      sessions.check(timed.mode());
      return evaluator.time(timed.mode(), timed.code());
    }
  }

  /// Code and its language: the session's language, or the one that the first word names.
  private record Timed(PromptMode mode, String code) {}

  private static Timed timed(PromptState prompt, LiveLanguages languages, String command)
      throws InputFault {
    CodeSpan code = languages.timed(prompt.mode, prompt.rest);
    String text = prompt.rest.substring(code.from());
    if (!code.mode().isLive() || text.isBlank()) {
      throw InputFault.usage(
          "there is no code to time",
          "Type some after the command: "
              + languages.joined(
                  " or ", m -> command + " " + m.word() + " " + m.session().examples().timed()));
    }
    return new Timed(code.mode(), text);
  }
}
