package duet.lane.python.observe;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Tells from a Java stack that a Python thread waits for input or output.
final class PythonInput {
  /// The classes of GraalPy 25 whose calls read, write, or wait for a process.
  private static final Predicate<String> BUILTINS =
      Pattern.compile(
              "com\\.oracle\\.graal\\.python\\.builtins\\."
                  + "(modules\\.(Posix|Select|Socket|SSL|io\\.)|objects\\.(socket|ssl)\\.).*")
          .asMatchPredicate();

  private static final Predicate<String> LIBRARIES =
      Pattern.compile("(sun\\.nio\\.|java\\.io\\.|java\\.net\\.|java\\.lang\\.Process).*")
          .asMatchPredicate();

  /// Whose frame runs Python code: what called it does not count.
  private static final String PYTHON_CODE = "bytecodeLoop";

  /// How many frames away from the GIL the call may be.
  private static final int FRAMES_AT_MOST = 48;

  private PythonInput() {}

  /// Whether the calling thread is in such a call. It is asking for the GIL again, and what it
  /// called is over.
  static boolean isOnThisStack() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .limit(FRAMES_AT_MOST)
                    .takeWhile(frame -> !frame.getMethodName().equals(PYTHON_CODE))
                    .anyMatch(frame -> BUILTINS.test(frame.getClassName())));
  }

  /// Whether a thread is in such a call right now.
  static boolean isOn(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .limit(FRAMES_AT_MOST)
        .takeWhile(frame -> !frame.getMethodName().equals(PYTHON_CODE))
        .anyMatch(frame -> BUILTINS.or(LIBRARIES).test(frame.getClassName()));
  }
}
