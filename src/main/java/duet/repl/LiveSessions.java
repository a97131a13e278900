package duet.repl;

import duet.lane.Lane;
import duet.lane.process.Hosts;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.Response;
import duet.lane.protocol.HostOrder.Request;
import duet.lane.protocol.HostOrder.Topic;
import duet.run.Interruption;
import duet.run.LiveSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The live sessions, one for each language, opened when they are first needed and again after they
/// have ended.
final class LiveSessions implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 2_000;

  private final Hosts hosts;
  private final SessionOutput printed;
  private final Map<PromptMode, LiveSession> open = new HashMap<>();

  /// @param printed where what the sessions print is shown
  LiveSessions(Hosts hosts, SessionOutput printed) {
    this.hosts = hosts;
    this.printed = printed;
  }

  /// Opens the session of a mode, unless it is open; it gets ready while other things happen.
  synchronized LiveSession of(PromptMode mode) {
    LiveSession known = open.get(mode);
    if (known != null && known.isOpen()) {
      return known;
    }
    Lane lane = mode.code();
    try {
      printed.begin(lane.id());
      LiveSession session = LiveSession.open(hosts, lane, new SessionListener(lane.id()));
      open.put(mode, session);
      return session;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Asks the session of a mode.
  Response ask(PromptMode mode, Topic topic, String name, String text, int at)
      throws LiveSession.SessionEnded, InterruptedException {
    return of(mode).ask(new Request(topic, name, text, at));
  }

  /// Asks for something that takes its time. Ctrl-C breaks it off; where that does not help, a
  /// second one ends the session.
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
      Thread.sleep(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (answered.get() == null && session.isOpen()) {
      printed.notice("It does not react. Ctrl-C again ends the session, and its state is lost.");
    }
  }

  @Override
  public synchronized void close() {
    open.values().forEach(LiveSession::close);
  }

  /// Passes on what one session prints.
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
