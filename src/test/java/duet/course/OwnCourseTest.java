package duet.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.course.check.CourseCheck;
import duet.lane.builtin.BuiltInLanes;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Duet's own course, as far as it can be judged without a play: `CourseIT` plays it.
class OwnCourseTest {
  private static final Set<String> SCENARIOS =
      Set.of(
          "thread_function",
          "thread_callable",
          "thread_subclass",
          "start_then_join",
          "join_timeout",
          "single_thread",
          "many_threads",
          "producer_consumer",
          "lock",
          "rlock",
          "semaphore",
          "bounded_semaphore",
          "condition",
          "event",
          "timer",
          "executor_map",
          "as_completed",
          "progress_bar",
          "process_pool",
          "cpu_bound",
          "io_bound",
          "lost_update",
          "switch_interval",
          "virtual_threads",
          "no_gil",
          "subinterpreters");

  @TempDir private Path scratch;

  private static Course course() throws Exception {
    return Course.of(BuiltInLanes.lanes().scripts(), Path.of("scripts"), _ -> {});
  }

  @Test
  void everyScenarioOfTheDesignIsThere() throws Exception {
    var names = new TreeSet<String>();
    course().modules().forEach(module -> module.scenarios().forEach(s -> names.add(s.name())));
    names.remove("threading"); // the notebook, which is no scenario of a module
    assertEquals(new TreeSet<>(SCENARIOS), names);
  }

  /// Every lesson is read in every language: what it plays is there, its links lead somewhere, its
  /// exercises have hints and solutions.
  @Test
  void whatLessonsSayIsThere() throws Exception {
    var check = new CourseCheck(course(), BuiltInLanes.lanes(), scratch);
    check.read();
    assertEquals(List.of(), check.problems());
    String found = check.summary();
    assertEquals("12 lessons, 27 scenarios, 12 exercises", found.replaceAll(", \\d+ code.*", ""));
    assertEquals(12, check.toFail().size());
  }
}
