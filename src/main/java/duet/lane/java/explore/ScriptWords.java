package duet.lane.java.explore;

import duet.lane.java.compile.EntryPoint;
import duet.lane.java.compile.ScriptLoader;
import duet.lane.java.explore.schedule.Schedule;
import duet.lane.java.observe.GuestTrace;
import duet.lane.java.observe.ObjectNames;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts what happens in a schedule into the words of the script.
///
/// @param entry where the script started
record ScriptWords(EntryPoint entry) implements Schedule.Describing {
  private static final String COPIES = "modelled.";

  @Override
  public String exception(Thread thread, Throwable thrown) {
    return plain(GuestTrace.summary(thread, thrown));
  }

  @Override
  public String trace(Thread thread, Throwable thrown) {
    return plain(GuestTrace.of(thread, thrown));
  }

  /// Without the package in front of the JDK's classes that are used as copies.
  static String plain(String text) {
    return text.contains(COPIES) ? text.replace("modelled.j", "j") : text;
  }

  @Override
  public String waiting(
      Thread thread, StackTraceElement[] stack, @Nullable Object object, String holder) {
    if (object instanceof Thread other) {
      return "waits for the end of " + other.getName();
    }
    String call = call(stack);
    boolean isMonitor = call.isEmpty();
    String name = object == null ? "" : name(object);
    String holding = holder;
    if (holding.isEmpty() && object != null) {
      holding = LockOwners.holder(object).map(Thread::getName).orElse("");
    }
    String what =
        isMonitor
            ? "waits for the monitor" + name
            : "waits in " + call + (name.isEmpty() ? "" : " of" + name);
    return holding.isEmpty() ? what : what + ", held by " + holding;
  }

  /// The field by which the script can reach a lock, with a space before it; empty for none.
  private String name(Object blocker) {
    return ObjectNames.of(entry, one -> one == blocker || LockOwners.isPartOf(blocker, one))
        .map(one -> " " + one)
        .orElse("");
  }

  @Override
  public int line(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .filter(ScriptWords::isScript)
        .map(StackTraceElement::getLineNumber)
        .findFirst()
        .orElse(0);
  }

  /// The method of the JDK that the script's innermost frame has called; empty for none.
  @Override
  public String call(StackTraceElement[] stack) {
    Optional<StackTraceElement> called = Optional.empty();
    for (StackTraceElement frame : stack) {
      if (isScript(frame)) {
        break;
      }
      // What is above Duet's own frames is how Duet lets the thread wait.
      called = frame.getClassName().startsWith("duet.") ? Optional.empty() : Optional.of(frame);
    }
    return called.map(ScriptWords::name).orElse("");
  }

  private static String name(StackTraceElement frame) {
    String type = frame.getClassName();
    String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    return simple + "." + frame.getMethodName();
  }

  private static boolean isScript(StackTraceElement frame) {
    return ScriptLoader.NAME.equals(frame.getClassLoaderName());
  }
}
