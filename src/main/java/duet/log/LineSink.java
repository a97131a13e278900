package duet.log;

import java.util.function.Consumer;

/// Where the JSON lines of a log go: to a file, or to standard output.
public interface LineSink {
  /// Writes a line, given without its line end.
  void line(String text);

  /// Passes on every line written so far.
  void flush();

  /// A sink made of two functions.
  static LineSink of(Consumer<String> line, Runnable flush) {
    return new LineSink() {
      @Override
      public void line(String text) {
        line.accept(text);
      }

      @Override
      public void flush() {
        flush.run();
      }
    };
  }
}
