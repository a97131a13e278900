package duet.lane.python.observe;

import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.api.debug.Debugger;
import com.oracle.truffle.api.debug.SuspendedEvent;
import com.oracle.truffle.api.source.SourceSection;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.graalvm.polyglot.Engine;

/// Finds the lines at which threads run: the debugger stops each thread at its next statement, just
/// long enough to read the line. That makes a script slow, so it is for scripts that are about to
/// end.
final class SourcePlaces {
  private static final long STATEMENT_TIMEOUT_MILLIS = 420;

  private SourcePlaces() {}

  /// File and line of the innermost frame in the script, by thread, for the threads that reach a
  /// statement soon.
  ///
  /// @param meanwhile what the first of them does while it stands still
  /// @param calledFrom asks Python from which line of the script the calling thread has called what
  ///   it is in; empty where that is not known
  static Map<Long, String> of(
      Engine engine,
      Path script,
      Set<Long> threads,
      Runnable meanwhile,
      Supplier<String> calledFrom) {
    var first = new AtomicBoolean(true);
    var places = new ConcurrentHashMap<Long, String>();
    var all = new CountDownLatch(threads.size());
    Debugger debugger =
        Objects.requireNonNull(engine.getInstruments().get("debugger")).lookup(Debugger.class);
    debugger
        .startSession(
            event -> {
              long tid = Thread.currentThread().threadId();
              String here = place(event, script);
              String place = here.isEmpty() ? calledFrom.get() : here;
              if (first.getAndSet(false)) {
                meanwhile.run();
              }
              if (place.isEmpty()) {
                event.prepareStepInto(1); // in a library, which soon returns to the script
              } else if (threads.contains(tid) && places.putIfAbsent(tid, place) == null) {
                all.countDown();
              }
            })
        .suspendAll();
    try {
      all.await(STATEMENT_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Map.copyOf(places);
  }

  private static String place(SuspendedEvent event, Path script) {
    for (DebugStackFrame frame : event.getStackFrames()) {
      SourceSection section = frame.getSourceSection();
      if (section != null && ScriptText.has(script.toString(), section.getSource())) {
        String path = section.getSource().getPath();
        String name = path == null ? section.getSource().getName() : path;
        return Path.of(name).getFileName() + ":" + section.getStartLine();
      }
    }
    return "";
  }
}
