package duet.cli;

import duet.console.TestConsole;
import duet.program.ProgramContext;
import duet.program.TestContext;
import java.util.Arrays;

/// A command that a test has run in its own JVM, as `scripts/duet` runs it in a process of its own.
///
/// @param status its exit code
public record CommandRun(int status, String out, String err) {
  /// Runs it with its output in a pipe.
  public static CommandRun of(Object... words) {
    return on(new TestConsole(), words);
  }

  /// Runs it on a console that a test has chosen; in the result is only what it adds there.
  public static CommandRun on(TestConsole console, Object... words) {
    return in(TestContext.with(console), console, words);
  }

  /// Runs it in a context with this console.
  public static CommandRun in(ProgramContext context, TestConsole console, Object... words) {
    int printed = console.printed().length();
    int reported = console.errors().length();
    String[] texts = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
    int status = DuetCommand.run(context, texts);
    return new CommandRun(
        status, console.printed().substring(printed), console.errors().substring(reported));
  }
}
