package duet.repl;

import duet.lane.protocol.HostMessage.Line;
import duet.render.terminal.SessionView;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Shows what live sessions print, from whatever thread and at whatever time: above a line that is
/// being typed, at once while code is evaluated, and after a play that is going on.
final class SessionOutput {
  private final SessionView lines;
  private final Queue<String> waiting = new ArrayDeque<>();
  private @Nullable InputSource input;
  private boolean held;

  SessionOutput(SessionView lines) {
    this.lines = lines;
  }

  /// Tells what is typed on.
  synchronized void above(InputSource typed) {
    input = typed;
  }

  /// Holds everything back until [#release].
  synchronized void hold() {
    held = true;
  }

  /// Shows what was held back.
  synchronized void release() {
    held = false;
    while (!waiting.isEmpty()) {
      show(waiting.remove());
    }
  }

  /// A new session of a lane begins.
  synchronized void begin(String lane) {
    lines.begin(lane);
  }

  synchronized void line(String lane, Line line) {
    show(lines.of(lane, line));
  }

  synchronized void notice(String text) {
    text.lines().forEach(line -> show(lines.notice(line)));
  }

  private void show(String line) {
    if (held || input == null) {
      waiting.add(line);
    } else {
      input.showAbove(line);
    }
  }
}
