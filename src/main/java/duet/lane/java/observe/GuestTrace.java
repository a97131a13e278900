package duet.lane.java.observe;

import duet.lane.java.compile.ScriptLoader;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// An exception as the learner's own code saw it: the script's frames only.
public final class GuestTrace {
  private static final int FRAMES_AT_MOST = 20;

  private GuestTrace() {}

  /// The exception with its causes and the script's frames, in the form that a JVM prints.
  public static String of(Thread thread, Throwable thrown) {
    var text = new StringBuilder("Exception in thread \"" + thread.getName() + "\" ");
    Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable at = thrown; at != null && told.add(at); at = at.getCause()) {
      text.append(at == thrown ? "" : "Caused by: ").append(name(at)).append('\n');
      List<StackTraceElement> frames = frames(at);
      frames.stream()
          .limit(FRAMES_AT_MOST)
          .forEach(frame -> text.append("\tat ").append(shortForm(frame)).append('\n'));
      if (frames.size() > FRAMES_AT_MOST) {
        text.append("\t… ").append(frames.size() - FRAMES_AT_MOST).append(" more\n");
      }
    }
    return text.toString();
  }

  /// The same in one line: what, in which thread, where.
  public static String summary(Thread thread, Throwable thrown) {
    return "uncaught in thread " + thread.getName() + place(thrown) + ": " + name(thrown);
  }

  /// The script's innermost line in an exception or in its causes: a library may throw for a thread
  /// of its own what the script threw in another one.
  private static String place(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable at = thrown; at != null && seen.add(at); at = at.getCause()) {
      List<StackTraceElement> frames = frames(at);
      if (!frames.isEmpty()) {
        return " at " + frames.getFirst().getFileName() + ":" + frames.getFirst().getLineNumber();
      }
    }
    return "";
  }

  /// What an exception calls itself, unless that throws one too.
  private static String name(Throwable thrown) {
    try {
      return String.valueOf(thrown);
    } catch (RuntimeException | StackOverflowError e) {
      return thrown.getClass().getName();
    }
  }

  private static List<StackTraceElement> frames(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(frame -> ScriptLoader.NAME.equals(frame.getClassLoaderName()))
        .toList();
  }

  private static String shortForm(StackTraceElement frame) {
    String place = frame.getFileName() + ":" + frame.getLineNumber();
    return frame.getClassName() + "." + frame.getMethodName() + "(" + place + ")";
  }
}
