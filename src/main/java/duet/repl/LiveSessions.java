package duet.repl;

import duet.lane.Lane;
import duet.lane.process.Hosts;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.Response;
import duet.lane.protocol.HostOrder.Request;
import duet.lane.protocol.HostOrder.Topic;
import duet.run.Interruption;
import duet.run.LiveSession;
import duet.scenario.ScriptNeeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The live sessions, one for each language. It opens a session when the user first needs it, and
/// again after a session has ended.
final class LiveSessions implements AutoCloseable {
  private static final long CANCEL_TIMEOUT_MILLIS = 2_000;

  private final Hosts hosts;
  private final SessionOutput printed;
  private final Supplier<ScriptNeeds> needs;
  private final Map<PromptMode, LiveSession> open = new HashMap<>();

  /// @param printed shows the output of the sessions
  /// @param needs tells what a session needs that is opened now
  LiveSessions(Hosts hosts, SessionOutput printed, Supplier<ScriptNeeds> needs) {
    this.hosts = hosts;
    this.needs = needs;
    this.printed = printed;
  }

  /// Opens the session of a mode, unless it is open. The session starts in the background.
  synchronized LiveSession of(PromptMode mode) {
    LiveSession known = open.get(mode);
    if (known != null && known.isOpen()) {
      return known;
    }
    Lane lane = mode.code();
    try {
      printed.begin(lane.id());
      LiveSession session =
          LiveSession.open(hosts, lane, needs.get(), new SessionListener(lane.id()));
      open.put(mode, session);
      return session;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends a request to the session of a mode and waits for the answer.
  Response ask(PromptMode mode, Topic topic, String name, String text, int at)
      throws LiveSession.SessionEnded, InterruptedException {
    return of(mode).ask(new Request(topic, name, text, at));
  }

  /// Sends a request that may take long. Ctrl-C cancels it; if that does not help, a second Ctrl-C
  /// ends the session.
  Response work(PromptMode mode, Topic topic, String name, String text)
      throws LiveSession.SessionEnded, InterruptedException {
    LiveSession session = of(mode);
    var answered = new AtomicReference<@Nullable Response>();
    try (var _ = Interruption.ofControlC(() -> cancel(session, answered), session::close)) {
      Response answer = session.ask(new Request(topic, name, text, 0));
      answered.set(answer);
      return answer;
    }
  }

  private void cancel(LiveSession session, AtomicReference<@Nullable Response> answered) {
    session.cancel();
    try {
      Thread.sleep(CANCEL_TIMEOUT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (answered.get() == null && session.isOpen()) {
      printed.notice(
          "The session does not react. Press Ctrl-C again to end it; its state is then lost.");
    }
  }

  @Override
  public synchronized void close() {
    open.values().forEach(LiveSession::close);
  }

  /// Passes on the output of one session.
  private final class SessionListener implements LiveSession.OutputListener {
    private final String lane;

    SessionListener(String lane) {
      this.lane = lane;
    }

    @Override
    public void printed(Line line) {
      printed.line(lane, line);
    }

    @Override
    public void wrote(String text) {
      printed.notice(text);
    }
  }
}
