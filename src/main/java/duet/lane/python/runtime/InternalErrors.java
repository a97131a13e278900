package duet.lane.python.runtime;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.graalvm.polyglot.PolyglotException;

/// Notices a thread that dies of an error inside GraalPy, such as a `NullPointerException` in one
/// of its tables. No Python code can catch such an error, and GraalPy only prints it.
///
/// @param before what else is done about an uncaught exception
/// @param nameOf what a thread is called, by its id
/// @param failed receives what happened
record InternalErrors(
    UncaughtExceptionHandler before, LongFunction<String> nameOf, Consumer<String> failed)
    implements UncaughtExceptionHandler {
  /// Watches over a thread, if it is not watched yet.
  static void watch(Thread thread, LongFunction<String> nameOf, Consumer<String> failed) {
    UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
    if (!(before instanceof InternalErrors)) {
      thread.setUncaughtExceptionHandler(new InternalErrors(before, nameOf, failed));
    }
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    if (isInternal(thrown)) {
      failed.accept("thread " + nameOf.apply(thread.threadId()) + " ended early: " + told(thrown));
    }
    before.uncaughtException(thread, thrown);
  }

  /// An error that is neither the script's nor the end of its context.
  private static boolean isInternal(Throwable thrown) {
    return thrown instanceof PolyglotException guest
        ? guest.isInternalError()
        : thrown instanceof RuntimeException || thrown instanceof LinkageError;
  }

  /// What is said of such an error.
  static String told(Throwable thrown) {
    return "an error inside GraalPy, not in the script ("
        + String.valueOf(thrown.getMessage()).lines().findFirst().orElse("")
        + "). Play again; if it comes back, please report it.";
  }
}
