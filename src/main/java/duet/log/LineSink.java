package duet.log;

import java.util.function.Consumer;

/// Where the JSON lines of a log go: to a file, or to standard output.
public interface LineSink {
  /// Takes a line, which has no line end yet.
  void line(String text);

  /// Passes on every line so far.
  void flush();

  /// A sink of two methods.
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
