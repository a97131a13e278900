package duet.lane.cpython.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostMessage.Occasion;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.HostMessage.Threads;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.ThreadState;
import duet.lane.protocol.ThreadView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Observes a real Python that cannot go on, or cannot answer.
@Timeout(60)
class CPythonObserverIT {
  private static final Path AGENT = Path.of("src/test/resources/cpython/agent.py").toAbsolutePath();
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final Path BUBBLEWRAP = Path.of("/usr/bin/bwrap");

  @Test
  void aDeadlockIsAStandstill() throws Exception {
    assumeTrue(Files.isExecutable(PYTHON), "there is no CPython here");
    assertStandstill(List.of(PYTHON.toString(), AGENT.toString(), "deadlock"));
  }

  @Test
  void aConfinedHostHasOtherIdsInside() throws Exception {
    assumeTrue(Files.isExecutable(PYTHON), "there is no CPython here");
    assumeTrue(Files.isExecutable(BUBBLEWRAP), "there is no bubblewrap here");
    assertStandstill(
        List.of(
            BUBBLEWRAP.toString(),
            "--ro-bind",
            "/",
            "/",
            "--unshare-pid",
            "--proc",
            "/proc",
            PYTHON.toString(),
            AGENT.toString(),
            "deadlock"));
  }

  private static void assertStandstill(List<String> command) throws Exception {
    try (var host = new ObservedAgent(command)) {
      Threads stuck = assertInstanceOf(Threads.class, host.next());
      assertEquals(Occasion.STANDSTILL, stuck.occasion());
      assertEquals(
          List.of("main JOIN", "one LOCK Lock second", "two LOCK Lock first"),
          stuck.views().stream().map(CPythonObserverIT::words).sorted().toList());
      List<State> states = host.states();
      var end = assertInstanceOf(HostMessage.Exiting.class, host.next());
      assertTrue(end.usage().coreWait().isPresent());
      State last = last(states, "one");
      assertEquals(ThreadState.LOCK, last.state());
      assertEquals("take", last.where());
      assertEquals(last(states, "two").tid(), last.holder());
      assertEquals(ThreadState.UNKNOWN, last(states, "two").state(), "nobody noted its wait");
    }
  }

  private static String words(ThreadView view) {
    return view.thread()
        + " "
        + view.state()
        + (view.what().startsWith("Lock") ? " " + view.what() : "");
  }

  @Test
  void aCallThatKeepsTheGilIsSeen() throws Exception {
    assumeTrue(Files.isExecutable(PYTHON), "there is no CPython here");
    try (var host = new ObservedAgent(List.of(PYTHON.toString(), AGENT.toString(), "builtin"))) {
      host.awaitPlaying();
      host.tell(new HostOrder.Stop());
      Threads seen = assertInstanceOf(Threads.class, host.next());
      assertEquals(Occasion.STOP, seen.occasion());
      assertEquals(ThreadState.RUNNING, seen.views().getFirst().state());
      List<State> states = host.states();
      var end = assertInstanceOf(HostMessage.Exiting.class, host.next());
      assertEquals(ThreadState.RUNNING, last(states, "main").state());
      assertTrue(end.usage().cpu().orElse(0) > 0, "it has computed");
    }
  }

  private static State last(List<State> states, String thread) {
    return states.stream().filter(state -> state.thread().equals(thread)).toList().getLast();
  }
}
