package duet.cli;

import duet.console.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where the choices of `duet step` come from: a terminal's keyboard, or the lines of a pipe.
interface StepKeys extends AutoCloseable {
  /// The next line, without spaces around it; empty when there will be none.
  Optional<String> next(String prompt);

  @Override
  void close();

  /// Those of a console.
  static StepKeys of(Console console) {
    return console.isInteractive() ? ofUser(console) : ofPipe(console);
  }

  private static StepKeys ofUser(Console console) {
    return new StepKeys() {
      @Override
      public Optional<String> next(String prompt) {
        return console.ask(prompt);
      }

      @Override
      public void close() {}
    };
  }

  /// What is read is printed, so that the output can be understood alone.
  private static StepKeys ofPipe(Console console) {
    var in = new BufferedReader(new InputStreamReader(console.input(), StandardCharsets.UTF_8));
    return new StepKeys() {
      @Override
      public Optional<String> next(String prompt) {
        try {
          Optional<String> line = Optional.ofNullable(in.readLine()).map(String::strip);
          line.ifPresent(text -> console.print(prompt + text));
          return line;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public void close() {} // the process closes its input
    };
  }
}
