package duet.lane.python.observe;

import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.api.debug.Debugger;
import com.oracle.truffle.api.debug.DebuggerSession;
import com.oracle.truffle.api.debug.SuspendedEvent;
import com.oracle.truffle.api.source.SourceSection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.graalvm.polyglot.Engine;

/// Finds the lines at which threads run: the debugger stops each thread at its next statement, just
/// long enough to read the line. A script is slow while the debugger watches it, and compiles its
/// loops anew afterwards.
final class SourcePlaces {
  private static final long STATEMENT_TIMEOUT_MILLIS = 420;

  private final ScriptText script;
  private final Set<Long> threads;
  private final Runnable meanwhile;
  private final Supplier<String> calledFrom;
  private final Map<Long, String> places;
  private final CountDownLatch missing;

  /// @param threads the threads that run
  /// @param meanwhile what each of them does while it stands still
  /// @param calledFrom asks Python from which line of the script the calling thread has called what
  ///   it is in; empty where that is not known
  /// @param places receives file and line of the innermost frame in the script, by thread
  SourcePlaces(
      ScriptText script,
      Set<Long> threads,
      Runnable meanwhile,
      Supplier<String> calledFrom,
      Map<Long, String> places) {
    this.script = script;
    this.threads = threads;
    this.meanwhile = meanwhile;
    this.calledFrom = calledFrom;
    this.places = places;
    missing = new CountDownLatch(threads.size());
  }

  /// Finds the places of the threads that reach a statement soon. Returns whether these are all.
  boolean find(Engine engine) {
    Debugger debugger =
        Objects.requireNonNull(engine.getInstruments().get("debugger")).lookup(Debugger.class);
    try (DebuggerSession session = debugger.startSession(this::stopped)) {
      session.suspendAll();
      return missing.await(STATEMENT_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void stopped(SuspendedEvent event) {
    long tid = Thread.currentThread().threadId();
    if (!threads.contains(tid)) {
      return;
    }
    String here = place(event);
    String place = here.isEmpty() ? calledFrom.get() : here;
    meanwhile.run();
    if (place.isEmpty()) {
      event.prepareStepInto(1); // in a library, which soon returns to the script
    } else if (places.putIfAbsent(tid, place) == null) {
      missing.countDown();
    }
  }

  private String place(SuspendedEvent event) {
    for (DebugStackFrame frame : event.getStackFrames()) {
      SourceSection section = frame.getSourceSection();
      String place = section == null ? "" : script.placeOf(section);
      if (!place.isEmpty()) {
        return place;
      }
    }
    return "";
  }
}
