package duet.repl;

import duet.console.Screen;
import duet.lane.protocol.HostMessage.Response;
import duet.lane.protocol.HostOrder.Topic;
import duet.render.terminal.SessionView;
import duet.run.LiveSession;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Evaluates code in the live sessions and shows what comes of it.
final class Evaluator {
  /// What a shell reports for a program that ended by itself but not well.
  private static final int FAILED = 1;

  private final LiveSessions sessions;
  private final Supplier<Screen> screens;
  private final Map<PromptMode, Integer> counts = new HashMap<>();

  Evaluator(LiveSessions sessions, Supplier<Screen> screens) {
    this.sessions = sessions;
    this.screens = screens;
  }

  /// Evaluates, and shows the value or the error.
  ///
  /// @param timed whether to tell what it used
  /// @return an exit status
  int evaluate(PromptMode mode, String code, boolean timed) throws InterruptedException {
    int count = counts.merge(mode, 1, Integer::sum);
    return show(
        mode,
        Topic.EVALUATE,
        mode.word() + " " + count,
        code,
        (lines, answer) -> {
          lines.value(answer.text());
          if (timed) {
            lines.usage(answer.usage());
          }
        });
  }

  /// Evaluates again and again, and shows how long one time takes.
  int time(PromptMode mode, String code) throws InterruptedException {
    return show(mode, Topic.TIME, "timed", code, (lines, answer) -> lines.times(answer.items()));
  }

  /// Takes in a script's definitions, and shows which.
  int load(PromptMode mode, String name, String code) throws InterruptedException {
    return show(
        mode,
        Topic.LOAD,
        name,
        code,
        (lines, answer) -> lines.loaded(mode.word(), answer.items(), answer.text()));
  }

  private interface Good {
    void show(SessionView lines, Response answer);
  }

  private int show(PromptMode mode, Topic topic, String name, String code, Good good)
      throws InterruptedException {
    Screen screen = screens.get();
    var lines = new SessionView(screen);
    try {
      Response answer = sessions.work(mode, topic, name, code);
      if (answer.good()) {
        good.show(lines, answer);
      } else {
        lines.error(answer.text());
      }
      return answer.good() ? 0 : FAILED;
    } catch (LiveSession.SessionEnded e) {
      lines.error(e.reason());
      return FAILED;
    } finally {
      screen.flush();
    }
  }
}
