package duet.lane.java.session;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import jdk.jshell.UnresolvedReferenceException;

/// Describes an exception in typed code by its place in what was typed.
final class TypedTrace {
  private static final String SNIPPET = "#";
  private static final String WRAPPER = "REPL.";
  private static final int FRAMES_AT_MOST = 20;

  private TypedTrace() {}

  /// An exception that ended a snippet.
  ///
  /// @param typed what was typed, by the snippets' ids
  static String of(JShellException exception, Map<String, TypedSnippet> typed) {
    var text = new StringBuilder();
    for (Throwable at = exception; at != null; at = at.getCause()) {
      text.append(at == exception ? "" : "\nCaused by: ").append(name(at));
      Arrays.stream(at.getStackTrace())
          .filter(frame -> String.valueOf(frame.getFileName()).startsWith(SNIPPET))
          .limit(FRAMES_AT_MOST)
          .forEach(frame -> text.append(frame(frame, typed)));
    }
    return text.toString();
  }

  /// An exception that ended another thread; its place in the text is no longer known.
  static String of(Thread thread, Throwable thrown) {
    String methods =
        Arrays.stream(thrown.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith(WRAPPER))
            .limit(FRAMES_AT_MOST)
            .map(frame -> "\n\tat " + frame.getMethodName())
            .collect(Collectors.joining());
    return "Exception in thread \"" + thread.getName() + "\" " + thrown + methods + "\n";
  }

  private static String name(Throwable thrown) {
    return switch (thrown) {
      case EvalException e ->
          e.getExceptionClassName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
      case UnresolvedReferenceException e ->
          "something that "
              + e.getSnippet().source().strip().lines().findFirst().orElse("this")
              + " refers to is not declared yet";
      default -> thrown.toString();
    };
  }

  private static String frame(StackTraceElement frame, Map<String, TypedSnippet> typed) {
    TypedSnippet snippet =
        typed.get(String.valueOf(frame.getFileName()).substring(SNIPPET.length()));
    if (snippet == null) {
      return "";
    }
    String method = frame.getMethodName().isEmpty() ? "" : frame.getMethodName() + " ";
    String place = snippet.place(frame.getLineNumber());
    return "\n  at " + method + "(" + place + ")\n      " + snippet.line(frame.getLineNumber());
  }
}
