package duet.lane.cpython.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Observes a real Python that cannot go on, or cannot answer.
@Timeout(60)
class CPythonObserverIT {
  private static final Path AGENT = Path.of("src/test/resources/cpython/agent.py").toAbsolutePath();
  private static final Path BUBBLEWRAP = Path.of("/usr/bin/bwrap");

  @Test
  void aDeadlockIsAStandstill() throws Exception {
    assumeTrue(!Pythons.all().isEmpty(), "there is no CPython here");
    assertStandstill(List.of(Pythons.all().getFirst().toString(), AGENT.toString(), "deadlock"));
  }

  @EnabledIfSystemProperty(named = "duet.thorough", matches = "true")
  @Test
  void aDeadlockIsAStandstillInEveryVersion() throws Exception {
    for (Path python : Pythons.all()) {
      assertStandstill(List.of(python.toString(), AGENT.toString(), "deadlock"));
    }
  }

  @Test
  void aConfinedHostHasOtherIdsInside() throws Exception {
    assumeTrue(!Pythons.all().isEmpty(), "there is no CPython here");
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
            Pythons.all().getFirst().toString(),
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
      ObservedAgent.End end = host.end();
      assertTrue(end.exiting().usage().coreWait().isPresent());
      State last = end.last("one");
      assertEquals(ThreadState.LOCK, last.state());
      assertEquals("take", last.where());
      assertEquals(end.last("two").tid(), last.holder());
      assertEquals(ThreadState.UNKNOWN, end.last("two").state(), "nobody noted its wait");
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
    assumeTrue(!Pythons.all().isEmpty(), "there is no CPython here");
    try (var host =
        new ObservedAgent(
            List.of(Pythons.all().getFirst().toString(), AGENT.toString(), "builtin"))) {
      host.awaitComputing();
      host.tell(new HostOrder.Stop());
      Threads seen = assertInstanceOf(Threads.class, host.next());
      assertEquals(Occasion.STOP, seen.occasion());
      assertEquals(ThreadState.RUNNING, seen.views().getFirst().state());
      ObservedAgent.End end = host.end();
      ThreadState last = end.last("main").state();
      assertTrue(last == ThreadState.RUNNING || last == ThreadState.READY, last.word());
      assertTrue(end.exiting().usage().cpu().orElse(0) > 0, "it has computed");
    }
  }
}
