package duet.lane.cpython.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.HostObserver;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.Usage;
import duet.scenario.ScriptNeeds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Duet is told of what a host says.
class CPythonObserverTest {
  private final List<HostMessage> told = new ArrayList<>();
  private final HostObserver observer =
      CPythonObserver.observe(ProcessHandle.current(), _ -> {}, told::add);

  @TempDir private Path folder;

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

  /// A folder where a file was: it can be opened and not be read, as with `ptrace_scope` 2.
  @Test
  void whatIsInTheWayIsToldOnce() throws Exception {
    var process = folder.resolve("77");
    Path task = Files.createDirectories(process.resolve("task").resolve("77"));
    Files.createDirectory(task.resolve("syscall"));
    for (Path one : List.of(process, task)) {
      Files.writeString(one.resolve("status"), "NSpid:\t77\n");
      Files.writeString(one.resolve("schedstat"), "5000 10 1\n");
    }
    var tasks = new HostTasks(ProcessHandle.current(), folder);
    Files.createSymbolicLink(
        folder.resolve(String.valueOf(ProcessHandle.current().pid())), process);
    String why = CPythonObserver.obstacle(tasks, 77).orElseThrow();
    assertTrue(why.contains("kernel.yama.ptrace_scope"), why);

    HostObserver blind = CPythonObserver.of(tasks, _ -> {}, told::add);
    blind.heard(new HostMessage.Began(77, "main", 0, 0));
    blind.told(new HostOrder.Load("s", Path.of("s.py"), "", 1, List.of(), true, 0));
    blind.told(new HostOrder.Go(System.nanoTime()));
    blind.heard(new HostMessage.Exiting(Usage.ofWall(0.001), ""));
    blind.close();
    assertEquals(
        List.of(new HostMessage.Unseen(why)),
        told.stream().filter(HostMessage.Unseen.class::isInstance).toList());
  }

  private static HostMessage.Line line(long seq, String text) {
    return new HostMessage.Line(seq, 5, "main", 1, OutputChannel.OUT, text);
  }

  private static HostMessage.Response response(String text) {
    return new HostMessage.Response(true, text, List.of(), 0, Usage.ofWall(0));
  }
}
