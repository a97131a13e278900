package duet.lane.java.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.java.compile.ScriptLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is said of an exception that nobody caught.
class GuestTraceTest {
  private static final StackTraceElement LIBRARY =
      new StackTraceElement("app", null, null, "java.util.List", "of", "List.java", 99);
  private static final StackTraceElement SCRIPT =
      new StackTraceElement(ScriptLoader.NAME, null, null, "dead", "work", "dead.java", 7);

  @Test
  void thePlaceIsTheScriptsInnermostLine() {
    assertEquals(
        "uncaught in thread t at dead.java:7: java.lang.RuntimeException: odd",
        summary(thrown(null, LIBRARY, SCRIPT)));
  }

  @Test
  void thePlaceMayBeThatOfTheCause() {
    assertEquals(
        "uncaught in thread t at dead.java:7: java.lang.RuntimeException: odd",
        summary(thrown(thrown(null, LIBRARY, SCRIPT), LIBRARY)));
  }

  @Test
  void noPlaceIsToldWhereTheScriptHasNone() {
    assertEquals(
        "uncaught in thread t: java.lang.RuntimeException: odd", summary(thrown(null, LIBRARY)));
  }

  private static String summary(Throwable thrown) {
    return GuestTrace.summary(new Thread(() -> {}, "t"), thrown);
  }

  private static Throwable thrown(@Nullable Throwable cause, StackTraceElement... frames) {
    var thrown = new RuntimeException("odd", cause);
    thrown.setStackTrace(frames);
    return thrown;
  }
}
