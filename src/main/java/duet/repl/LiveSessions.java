package duet.repl;

import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.LaneObstacle;
import duet.lane.process.Hosts;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.Response;
import duet.lane.protocol.HostOrder.Request;
import duet.lane.protocol.HostOrder.Topic;
import duet.run.Interruption;
import duet.run.LiveSession;
import duet.scenario.InputFault;
import duet.scenario.folder.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The live sessions, one for each language. It opens a session when the user first needs it, and
/// again after a session has ended.
final class LiveSessions implements AutoCloseable {
  private static final long CANCEL_TIMEOUT_MILLIS = 2_000;

  private final Hosts hosts;
  private final SessionOutput printed;
  private final Home home;
  private final Settings settings;
  private final Map<PromptMode, Opened> open = new HashMap<>();

  /// A session, and the setting of the program on which it was opened.
  private record Opened(LiveSession session, Optional<Path> program) {}

  /// @param printed shows the output of the sessions
  /// @param settings tell what a session needs that is opened now
  LiveSessions(Hosts hosts, Home home, SessionOutput printed, Settings settings) {
    this.hosts = hosts;
    this.home = home;
    this.settings = settings;
    this.printed = printed;
  }

  /// Refuses a mode whose lane cannot play here.
  ///
  /// @throws InputFault that says why
  void check(PromptMode mode) throws InputFault {
    Optional<LaneObstacle> obstacle = lane(mode).obstacle(home, Jit.AUTO);
    if (obstacle.isPresent()) {
      throw InputFault.usage(obstacle.get().problem(), obstacle.get().remedy());
    }
  }

  private Lane lane(PromptMode mode) {
    return settings.python().flatMap(mode.code()::on).orElse(mode.code());
  }

  /// Opens the session of a mode, unless it is open. The session starts in the background.
  synchronized LiveSession of(PromptMode mode) {
    Lane lane = lane(mode);
    Optional<Path> program = lane == mode.code() ? Optional.empty() : settings.python();
    Opened known = open.get(mode);
    if (known != null && known.session.isOpen()) {
      if (known.program.equals(program)) {
        return known.session;
      }
      known.session.close();
      printed.notice("The session begins anew, on the Python that was set. Its state is lost.");
    }
    try {
      printed.begin(lane.id());
      LiveSession session =
          LiveSession.open(hosts, lane, settings.needs(), new SessionListener(lane.id()));
      open.put(mode, new Opened(session, program));
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
    open.values().forEach(one -> one.session.close());
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
