package duet.lane.cpython.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.HostObserver;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.Usage;
import duet.scenario.ScriptNeeds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What Duet is told of what a host says.
class CPythonObserverTest {
  private final List<HostMessage> told = new ArrayList<>();
  private final HostObserver observer =
      CPythonObserver.observe(ProcessHandle.current(), _ -> {}, told::add);

  @Test
  void theLinesOfChildProcessesAreCountedWithTheOthers() {
    observer.heard(new HostMessage.Ready());
    observer.heard(line(1, "a"));
    observer.heard(line(1, "b"));
    observer.heard(line(2, "c"));
    assertEquals(List.of(new HostMessage.Ready(), line(1, "a"), line(2, "b"), line(3, "c")), told);
  }

  @Test
  void whatTheHostTellsForTheObserverStaysThere() {
    observer.heard(new HostMessage.Began(Long.MAX_VALUE, "main", 0, 0));
    observer.heard(response("1 lock 1 2 f 0"));
    assertEquals(List.of(), told);
  }

  @Test
  void aLiveSessionAnswersDuet() {
    observer.told(new HostOrder.Open(ScriptNeeds.NONE));
    observer.heard(response("42"));
    assertEquals(List.of(response("42")), told);
  }

  @Test
  void aScriptThatIsRejectedHasNoThreads() {
    var ending = new HostMessage.Ending(Outcome.REJECTED, Usage.ofWall(0), "no");
    observer.heard(ending);
    observer.close();
    assertEquals(List.of(ending), told);
  }

  private static HostMessage.Line line(long seq, String text) {
    return new HostMessage.Line(seq, 5, "main", 1, OutputChannel.OUT, text);
  }

  private static HostMessage.Response response(String text) {
    return new HostMessage.Response(true, text, List.of(), 0, Usage.ofWall(0));
  }
}
