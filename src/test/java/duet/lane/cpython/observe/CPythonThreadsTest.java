package duet.lane.cpython.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.protocol.ThreadState;
import duet.lane.protocol.ThreadView;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What Linux shows of threads and what the host answers, put together.
class CPythonThreadsTest {
  @Test
  void theHostSaysWhatAThreadWaitsFor() {
    assertEquals(
        new ThreadView("one", 1, ThreadState.LOCK, "s:3", "Lock a", 2, 1.5),
        view(Activity.FUTEX, "1\tlock\tLock a\ts:3\t2\t"));
  }

  @Test
  void whoWaitsForTheGilDoesNotWaitForAnythingElse() {
    assertEquals(
        new ThreadView("one", 1, ThreadState.GIL, "s:3", "", 0, 0),
        view(Activity.GIL, "1\tlock\tLock a\ts:3\t2\t"));
  }

  @Test
  void aRunningThreadHasItsPlace() {
    assertEquals(
        new ThreadView("one", 1, ThreadState.RUNNING, "s:5", "", 0, 0),
        view(Activity.RUNNING, "1\trunning\t\ts:5"));
  }

  @Test
  void withoutAnAnswerOnlyTheSystemCallTells() {
    assertEquals(
        new ThreadView("one", 1, ThreadState.UNKNOWN, "", "", 0, 1.5), view(Activity.FUTEX));
    assertEquals(new ThreadView("one", 1, ThreadState.SLEEP, "", "", 0, 1.5), view(Activity.SLEEP));
  }

  @Test
  void tasksComeLast() {
    List<ThreadView> views =
        views(
            Activity.IO,
            "-2\tlock\tLock a\ts:9\t0\ttask b",
            "-1\tsleep\tsleep(1)\ts:8\t0\ttask a",
            "1\trunning\t\ts:5",
            "nonsense");
    assertEquals(
        List.of(
            new ThreadView("one", 1, ThreadState.IO, "s:5", "", 0, 1.5),
            new ThreadView("task a", -1, ThreadState.SLEEP, "s:8", "sleep(1)", 0, 0),
            new ThreadView("task b", -2, ThreadState.LOCK, "s:9", "Lock a", 0, 0)),
        views);
  }

  private static ThreadView view(Activity activity, String... rows) {
    return views(activity, rows).getFirst();
  }

  private static List<ThreadView> views(Activity activity, String... rows) {
    return CPythonThreads.views(
        List.of(new ThreadSampler.Reading(1, "one", activity, 1)),
        LookAnswer.of(List.of(rows)),
        _ -> 1.5);
  }
}
