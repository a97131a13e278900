package duet.run;

import duet.lane.protocol.HostMessage.Line;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A run's lines, up to a limit: nine tenths of it for the first lines, one tenth for the last. So
/// a script that prints without end fills no memory, and its beginning and its end can be read.
final class RunLog {
  /// Limits for the characters of the first and of the last lines, however few lines there are.
  private static final long HEAD_CHARS = 32_000_000;

  private static final long TAIL_CHARS = 4_000_000;

  private final int headLines;
  private final int tailLines;
  private final List<Line> head = new ArrayList<>();
  private final Deque<Line> tail = new ArrayDeque<>();
  private long headChars;
  private long tailChars;
  private boolean headIsFull;
  private long omitted;

  /// @param limit how many lines are kept, at least 2
  RunLog(int limit) {
    tailLines = Math.max(1, limit / 10);
    headLines = limit - tailLines;
  }

  /// Adds a line. Returns whether it is one of the first lines, which are kept for certain.
  boolean add(Line line) {
    headIsFull |= head.size() >= headLines || headChars + line.text().length() > HEAD_CHARS;
    if (!headIsFull) {
      headChars += line.text().length();
      return head.add(line);
    }
    tail.add(line);
    tailChars += line.text().length();
    while (tail.size() > 1 && (tail.size() > tailLines || tailChars > TAIL_CHARS)) {
      tailChars -= tail.remove().text().length();
      omitted++;
    }
    return false;
  }

  /// How many lines were not kept.
  long omitted() {
    return omitted;
  }

  /// The last lines.
  List<Line> end() {
    return List.copyOf(tail);
  }

  /// All lines that were kept.
  List<Line> lines() {
    var lines = new ArrayList<>(head);
    lines.addAll(tail);
    return lines;
  }
}
