package duet.lane.process;

import java.util.ArrayDeque;
import java.util.Deque;

/// The last lines that a host wrote to its standard error. When the host crashes, they say why.
final class StderrTail {
  private static final int LINES_AT_MOST = 40;

  private final Deque<String> lines = new ArrayDeque<>();

  /// Takes the next line.
  void add(String line) {
    if (lines.size() == LINES_AT_MOST) {
      lines.removeFirst();
    }
    lines.add(line);
  }

  /// The lines, joined by line ends.
  String text() {
    return String.join("\n", lines);
  }
}
