package duet.repl;

import duet.lane.Lane;
import duet.lane.process.Hosts;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.Response;
import duet.lane.protocol.HostOrder.Request;
import duet.lane.protocol.HostOrder.Topic;
import duet.run.Interruption;
import duet.run.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The live sessions, one for each language, opened when they are first needed and again after they
/// have ended.
final class Sessions implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 2_000;

  private final Hosts hosts;
  private final Printed printed;
  private final Map<Mode, Session> open = new EnumMap<>(Mode.class);

  /// @param printed where what the sessions print is shown
  Sessions(Hosts hosts, Printed printed) {
    this.hosts = hosts;
    this.printed = printed;
  }

  /// Opens the session of a mode, unless it is open; it gets ready while other things happen.
  synchronized Session of(Mode mode) {
    Session known = open.get(mode);
    if (known != null && known.isOpen()) {
      return known;
    }
    Lane lane = mode.lane().orElseThrow();
    try {
      printed.begin(lane.id());
      Session session = Session.open(hosts, lane, new Ear(lane.id()));
      open.put(mode, session);
      return session;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Asks the session of a mode.
  Response ask(Mode mode, Topic topic, String name, String text, int at)
      throws Session.Over, InterruptedException {
    return of(mode).ask(new Request(topic, name, text, at));
  }

  /// Asks for something that takes its time. Ctrl-C breaks it off; where that does not help, a
  /// second one ends the session.
  Response work(Mode mode, Topic topic, String name, String text)
      throws Session.Over, InterruptedException {
    Session session = of(mode);
    var answered = new AtomicReference<@Nullable Response>();
    try (var _ = Interruption.ofControlC(() -> cancel(session, answered), session::close)) {
      Response answer = session.ask(new Request(topic, name, text, 0));
      answered.set(answer);
      return answer;
    }
  }

  private void cancel(Session session, AtomicReference<@Nullable Response> answered) {
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
    open.values().forEach(Session::close);
  }

  /// Passes on what one session prints.
  private final class Ear implements Session.Listener {
    private final String lane;

    Ear(String lane) {
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
