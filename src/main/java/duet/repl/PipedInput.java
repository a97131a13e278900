package duet.repl;

import duet.lane.protocol.HostOrder.Completeness;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jline.reader.EndOfFileException;

/// Inputs from a pipe or a file. An input is one line, or as many as its language needs.
final class PipedInput implements InputSource {
  private final BufferedReader in;
  private final CodeAssistant typing;
  private final Consumer<String> out;

  /// @param out prints lines
  PipedInput(InputStream in, CodeAssistant typing, Consumer<String> out) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.typing = typing;
    this.out = out;
  }

  @Override
  public String read(PromptMode mode) {
    var input = new StringBuilder(line());
    while (typing.examine(mode, input.toString()).completeness() == Completeness.INCOMPLETE) {
      try {
        input.append('\n').append(line());
      } catch (EndOfFileException e) {
        break; // evaluating the incomplete input shows what is missing
      }
    }
    return input.toString();
  }

  @Override
  public void showAbove(String line) {
    out.accept(line);
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String line() {
    try {
      String line = in.readLine();
      if (line == null) {
        throw new EndOfFileException();
      }
      return line;
    } catch (IOException e) {
      throw new EndOfFileException(e);
    }
  }
}
