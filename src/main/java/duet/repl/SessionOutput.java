package duet.repl;

import duet.lane.protocol.HostMessage.Line;
import duet.render.terminal.SessionView;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Shows the output of live sessions, from any thread at any time: above the line that the user is
/// typing, at once while code is evaluated, or after the play that is running.
final class SessionOutput {
  private final SessionView lines;
  private final Queue<String> waiting = new ArrayDeque<>();
  private @Nullable InputSource input;
  private boolean held;

  SessionOutput(SessionView lines) {
    this.lines = lines;
  }

  /// Sets the input above which lines appear.
  synchronized void above(InputSource typed) {
    input = typed;
  }

  /// Holds back all output until [#release].
  synchronized void hold() {
    held = true;
  }

  /// Shows the output that was held back.
  synchronized void release() {
    held = false;
    while (!waiting.isEmpty()) {
      show(waiting.remove());
    }
  }

  /// Prepares for the output of a lane's new session.
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
