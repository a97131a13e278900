package duet.repl;

import duet.console.Screen;
import duet.lane.protocol.HostMessage.Response;
import duet.lane.protocol.HostOrder.Topic;
import duet.render.terminal.SessionView;
import duet.run.LiveSession;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Evaluates code in the live sessions and shows the results.
final class Evaluator {
  /// The exit status that shells use for a failed program.
  private static final int FAILED = 1;

  private final LiveSessions sessions;
  private final Supplier<Screen> screens;
  private final Map<PromptMode, Integer> counts = new HashMap<>();

  Evaluator(LiveSessions sessions, Supplier<Screen> screens) {
    this.sessions = sessions;
    this.screens = screens;
  }

  /// Evaluates code and shows the value or the error.
  ///
  /// @param timed whether to show the time and the CPU time that it used
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

  /// Evaluates code many times and shows how long one evaluation takes.
  int time(PromptMode mode, String code) throws InterruptedException {
    return show(
        mode,
        Topic.TIME,
        "timed",
        code,
        (lines, answer) -> lines.times(answer.items(), Double.parseDouble(answer.text())));
  }

  /// Loads a script's definitions and shows their names.
  int load(PromptMode mode, String name, String code) throws InterruptedException {
    return show(
        mode,
        Topic.LOAD,
        name,
        code,
        (lines, answer) -> lines.loaded(mode.word(), answer.items(), answer.text()));
  }

  private interface GoodAnswer {
    void show(SessionView lines, Response answer);
  }

  private int show(PromptMode mode, Topic topic, String name, String code, GoodAnswer good)
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
