package duet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostOrder.Request;
import duet.lane.protocol.HostOrder.Topic;
import duet.scenario.ScriptNeeds;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Who asks a session that has ended is told who ended it.
class LiveSessionTest {
  private static final int KILLED = 137;

  private final FakeHost host = new FakeHost();

  @Test
  void theUserHasStoppedIt() throws Exception {
    assertEquals(
        "the fake session is over: you stopped it. Its state is lost; the next input starts a new"
            + " one.",
        reason(LiveSession::close));
  }

  @Test
  void itWasKilled() throws Exception {
    assertEquals(
        "the fake session is over: its process was killed, by the script itself or from outside."
            + " Its state is lost; the next input starts a new one.",
        reason(_ -> {}));
  }

  private String reason(Consumer<LiveSession> before) throws Exception {
    var hosts = new FakeHosts(false, host);
    LiveSession session =
        LiveSession.open(hosts, new FakeLane("fake"), ScriptNeeds.NONE, new Deaf());
    before.accept(session);
    host.end(KILLED);
    return assertThrows(
            LiveSession.SessionEnded.class,
            () -> session.ask(new Request(Topic.EVALUATE, "typed", "1", 0)))
        .reason();
  }

  private static final class Deaf implements LiveSession.OutputListener {
    @Override
    public void printed(Line line) {}

    @Override
    public void wrote(String text) {}
  }
}
