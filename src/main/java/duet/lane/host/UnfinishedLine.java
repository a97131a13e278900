package duet.lane.host;

import duet.scenario.PrintedText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a thread has printed since its last line end. The thread adds to it, and another one tells
/// it while it has no end.
final class UnfinishedLine {
  /// A longer line is told live up to here.
  private static final int LONGEST_TOLD = 4_000;

  final String name;

  /// The reading of [System#nanoTime()] when its first piece was written.
  final long begun;

  private final @Nullable Thread thread;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(80);

  /// What stood here before the last carriage return; empty without one.
  private String before = "";

  private boolean wasOverwritten;

  /// Whether a carriage return came last: the next byte overwrites the line.
  private boolean isAtStart;

  private boolean hasChanged;
  private boolean isOver;

  /// @param name the name of the thread that prints it, taken now since the thread may end
  /// @param thread that thread, if it is known
  UnfinishedLine(String name, @Nullable Thread thread, long begun) {
    this.name = name;
    this.thread = thread;
    this.begun = begun;
  }

  synchronized void add(byte[] more, int from, int to) {
    if (isAtStart && from < to) {
      before = text();
      bytes.reset();
      isAtStart = false;
    }
    bytes.write(more, from, to - from);
    hasChanged |= from < to;
  }

  /// A carriage return was printed.
  synchronized void returnToStart() {
    isAtStart = true;
    wasOverwritten = true;
  }

  synchronized int size() {
    return isAtStart ? 0 : bytes.size();
  }

  /// Whether its thread can add nothing any more.
  boolean isOfEndedThread() {
    return thread != null && !thread.isAlive();
  }

  /// Tells what is there, if that is new and visible.
  synchronized void tell(Consumer<String> told) {
    String text = isOver || !hasChanged ? "" : text();
    hasChanged = false;
    if (!text.isBlank()) {
      told.accept(text.substring(0, Math.min(text.length(), LONGEST_TOLD)));
    }
  }

  /// Prints the line, once. A line that was overwritten with white space is not there any more.
  synchronized void finish(Consumer<String> printed) {
    String text = text();
    if (!isOver && !(wasOverwritten && text.isBlank())) {
      printed.accept(text);
    }
    isOver = true;
  }

  /// What a terminal would show: new characters stand in the place of those that were there.
  private String text() {
    String last = bytes.toString(StandardCharsets.UTF_8);
    return wasOverwritten ? PrintedText.over(before, last).stripTrailing() : last;
  }
}
