package duet.lane.python.runtime;

import duet.lane.host.ScriptOutput;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.ThreadState;
import duet.lane.python.observe.RecordedGil;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.graalvm.shadowed.com.ibm.icu.lang.UCharacter;
import org.graalvm.shadowed.com.ibm.icu.lang.UProperty;
import org.jspecify.annotations.Nullable;

/// What Java does for the prelude. A call from Python releases the GIL until it returns.
///
/// @param asleep the threads that sleep
/// @param failures keeps the first failure of the script
public record PreludeServices(
    ScriptOutput stage, Set<Thread> asleep, AtomicReference<@Nullable String> failures) {
  public PreludeServices(ScriptOutput stage) {
    this(stage, ConcurrentHashMap.newKeySet(), new AtomicReference<>());
  }

  /// What failed first in the script; empty where nothing did.
  public String failure() {
    return Objects.requireNonNullElse(failures.get(), "");
  }

  /// What is said of an error that no Python code can catch.
  public static String internalError(PolyglotException error) {
    return InternalErrors.told(error);
  }

  /// Wakes a thread if it sleeps.
  public void wake(Thread thread) {
    if (asleep.contains(thread)) {
      thread.interrupt();
    }
  }

  public ProxyObject asProxy() {
    return ProxyObject.fromMap(
        Map.of(
            "sleep",
            (ProxyExecutable) this::sleep,
            "name",
            (ProxyExecutable) this::name,
            "failed",
            (ProxyExecutable) this::failed,
            "print_out",
            printTo(OutputChannel.OUT),
            "print_err",
            printTo(OutputChannel.ERR),
            "end_line",
            (ProxyExecutable) this::endLine,
            "note",
            told(OutputChannel.NOTE),
            "show_html",
            told(OutputChannel.HTML),
            "east_asian_width",
            (ProxyExecutable) PreludeServices::eastAsianWidth));
  }

  /// `sleep(seconds)`: accurate; returns whether the thread was woken early. GraalPy's own sleep
  /// may take up to a second longer for whole numbers of seconds.
  private Object sleep(Value... arguments) {
    asleep.add(Thread.currentThread());
    RecordedGil.does(ThreadState.SLEEP);
    try {
      TimeUnit.NANOSECONDS.sleep((long) (arguments[0].asDouble() * 1e9));
      return false;
    } catch (InterruptedException e) {
      return true;
    } finally {
      asleep.remove(Thread.currentThread());
    }
  }

  /// `name(ident, name)`: a Python thread's name; its ident is the Java thread's id.
  private Object name(Value... arguments) {
    stage.name(arguments[0].asLong(), arguments[1].asString());
    InternalErrors.watch(Thread.currentThread(), stage::nameOf, this::failed);
    return true;
  }

  /// `failed(line)`: something in the script failed.
  private Object failed(Value... arguments) {
    failed(arguments[0].asString());
    return true;
  }

  private void failed(String what) {
    failures.compareAndSet(null, what);
  }

  /// `print_out(ident, text, begun)` and `print_err(ident, text, begun)`: a thread printed this;
  /// its first piece was written at this reading of [System#nanoTime()].
  private ProxyExecutable printTo(OutputChannel stream) {
    return arguments -> {
      RecordedGil.does(ThreadState.IO);
      stage.print(arguments[0].asLong(), stream, arguments[1].asString(), arguments[2].asLong());
      return true;
    };
  }

  /// `note(ident, text)`: a remark of Duet's own between the lines of a thread. `show_html(ident,
  /// text)`: what a notebook shows.
  private ProxyExecutable told(OutputChannel channel) {
    return arguments -> {
      stage.print(arguments[0].asLong(), channel, arguments[1].asString(), System.nanoTime());
      return true;
    };
  }

  /// `end_line(ident)`: a thread's line is over, although it has no line end.
  private Object endLine(Value... arguments) {
    stage.finish(arguments[0].asLong());
    return true;
  }

  /// `east_asian_width(character)`: GraalPy has this function in a native module only.
  private static Object eastAsianWidth(Value... arguments) {
    int value =
        UCharacter.getIntPropertyValue(
            arguments[0].asString().codePointAt(0), UProperty.EAST_ASIAN_WIDTH);
    return UCharacter.getPropertyValueName(
        UProperty.EAST_ASIAN_WIDTH, value, UProperty.NameChoice.SHORT);
  }
}
