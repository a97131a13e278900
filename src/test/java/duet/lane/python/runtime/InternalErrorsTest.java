package duet.lane.python.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A thread that dies of an error inside GraalPy is noticed.
class InternalErrorsTest {
  private final List<String> failures = new ArrayList<>();
  private final List<Throwable> others = new ArrayList<>();

  @Test
  void anErrorInsideGraalPyIsAFailureOfTheRun() throws InterruptedException {
    var error = new NullPointerException("in keysEqual");
    dieOf(error);
    assertEquals(1, failures.size());
    String told = failures.getFirst();
    assertTrue(told.startsWith("thread worker ended early: an error inside GraalPy, not"), told);
    assertTrue(told.contains("(in keysEqual)"), told);
    assertEquals(List.of(error), others);
  }

  @Test
  void theEndOfTheContextIsNone() throws InterruptedException {
    dieOf(new OutOfMemoryError());
    assertEquals(List.of(), failures);
    assertEquals(1, others.size());
  }

  private void dieOf(Throwable error) throws InterruptedException {
    Thread thread =
        Thread.ofPlatform()
            .uncaughtExceptionHandler((_, thrown) -> others.add(thrown))
            .unstarted(
                () -> {
                  for (int i = 0; i < 2; i++) {
                    InternalErrors.watch(Thread.currentThread(), _ -> "worker", failures::add);
                  }
                  InternalErrorsTest.<RuntimeException>raise(error);
                });
    thread.start();
    thread.join();
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void raise(Throwable error) throws T {
    throw (T) error;
  }
}
