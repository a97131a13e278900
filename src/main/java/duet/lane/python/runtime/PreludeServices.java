package duet.lane.python.runtime;

import duet.lane.host.ScriptOutput;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.ThreadState;
import duet.lane.python.observe.RecordedGil;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.graalvm.shadowed.com.ibm.icu.lang.UCharacter;
import org.graalvm.shadowed.com.ibm.icu.lang.UProperty;
import org.jspecify.annotations.Nullable;

/// What Java does for the prelude. A call from Python releases the GIL until it returns.
///
/// A script can find these functions in the prelude, and call them as it likes. So what they are
/// told is believed only as far as the calling thread answers for it: it prints in its own name,
/// and for now; a failure stays; a remark of Duet's own comes only where there is one to make.
public final class PreludeServices {
  private final ScriptOutput stage;
  private final Thread main = Thread.currentThread();
  private final Set<Thread> asleep = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable String> failures = new AtomicReference<>();
  private final Set<Thread> relaying = ConcurrentHashMap.newKeySet();

  /// The script's threads, by their ids, with the time since when each is known.
  private final Map<Long, Long> threads = new ConcurrentHashMap<>();

  /// When a thread last handed over what it had printed.
  private final Map<Place, Long> printed = new ConcurrentHashMap<>();

  private volatile boolean isNotebook;

  /// Where a thread prints.
  private record Place(long tid, OutputChannel stream) {}

  /// To be made on the thread that will run the script's main program.
  public PreludeServices(ScriptOutput stage) {
    this.stage = stage;
    threads.put(main.threadId(), System.nanoTime());
  }

  /// What is about to play: cells of a notebook, or a script.
  public void plays(boolean notebook) {
    isNotebook = notebook;
  }

  /// Calls something of the prelude that hands over what other threads have printed.
  public <T> T relaying(Supplier<T> call) {
    relaying.add(Thread.currentThread());
    try {
      return call.get();
    } finally {
      relaying.remove(Thread.currentThread());
    }
  }

  /// The main program has ended in another way than at its end.
  public void ended(PolyglotException how) {
    Optional<ScriptExit> exit = ScriptExit.of(how);
    if (exit.isEmpty()) {
      failed(
          how.isInternalError() || how.isHostException()
              ? InternalErrors.told(how)
              : "uncaught in thread main: " + how.getMessage());
    } else if (!exit.get().isGood()) {
      failed("the script exited with status " + exit.get().status());
    }
  }

  /// What failed first in the script; empty where nothing did.
  public String failure() {
    return Objects.requireNonNullElse(failures.get(), "");
  }

  /// Wakes a thread if it sleeps.
  public void wake(Thread thread) {
    if (asleep.contains(thread)) {
      thread.interrupt();
    }
  }

  public ProxyObject asProxy() {
    return ProxyObject.fromMap(
        Map.ofEntries(
            Map.entry("sleep", (ProxyExecutable) this::sleep),
            Map.entry("wake_main", (ProxyExecutable) this::wakeMain),
            Map.entry("parent", (ProxyExecutable) PreludeServices::parent),
            Map.entry("name", (ProxyExecutable) this::name),
            Map.entry("failed", (ProxyExecutable) this::failed),
            Map.entry("print_out", printTo(OutputChannel.OUT)),
            Map.entry("print_err", printTo(OutputChannel.ERR)),
            Map.entry("end_line", (ProxyExecutable) this::endLine),
            Map.entry("note", told(OutputChannel.NOTE)),
            Map.entry("show_html", told(OutputChannel.HTML)),
            Map.entry("east_asian_width", (ProxyExecutable) PreludeServices::eastAsianWidth)));
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

  /// `wake_main()`: wakes the main thread if it sleeps.
  private Object wakeMain(Value... arguments) {
    wake(main);
    return true;
  }

  /// `parent()`: the number of the process that has started this one.
  private static Object parent(Value... arguments) {
    return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L);
  }

  /// `name(ident, name)`: a Python thread's name; its ident is the Java thread's id. A thread may
  /// name itself, others that have done so, and those of a process, which name nobody.
  private Object name(Value... arguments) {
    long tid = arguments[0].asLong();
    if (tid == ownId()) {
      threads.putIfAbsent(tid, System.nanoTime());
      InternalErrors.watch(Thread.currentThread(), stage::nameOf, this::failed);
    }
    if (threads.containsKey(tid) || isNameless(tid)) {
      stage.name(tid, tid == main.threadId() ? main.getName() : arguments[1].asString());
    }
    return true;
  }

  /// Whether it is a thread of GraalPy that has not named itself.
  private static boolean isNameless(long tid) {
    ThreadInfo thread = ManagementFactory.getThreadMXBean().getThreadInfo(tid);
    return thread != null && thread.getThreadName().startsWith("Polyglot-python-");
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
      String text = arguments[1].asString();
      long tid = printer(arguments[0].asLong(), text);
      var place = new Place(tid, stream);
      stage.print(tid, stream, text, begun(arguments[2].asLong(), place));
      printed.put(place, System.nanoTime()); // after the stamp that the line has got
      return true;
    };
  }

  /// Who printed a text: the calling thread, unless Duet has it hand over what others have printed.
  /// That is no whole line.
  private long printer(long told, String text) {
    boolean isRelayed =
        relaying.contains(Thread.currentThread())
            && threads.containsKey(told)
            && text.indexOf('\n') < 0;
    return isRelayed ? told : ownId();
  }

  /// When a thread wrote a text's first piece: after it had handed over the last one.
  private long begun(long told, Place place) {
    long now = System.nanoTime();
    long since = threads.getOrDefault(place.tid, now);
    long last = printed.getOrDefault(place, since);
    return Math.clamp(told, Math.min(last, now), now);
  }

  /// `note(ident, text)`: a remark of Duet's own between the lines of a notebook, whose main thread
  /// makes it. `show_html(ident, text)`: what a notebook's thread shows.
  private ProxyExecutable told(OutputChannel channel) {
    return arguments -> {
      if (isNotebook && (channel != OutputChannel.NOTE || Thread.currentThread() == main)) {
        stage.print(ownId(), channel, arguments[1].asString(), System.nanoTime());
      }
      return true;
    };
  }

  /// `end_line(ident)`: the calling thread's line is over, although it has no line end.
  private Object endLine(Value... arguments) {
    stage.finish(ownId());
    return true;
  }

  private static long ownId() {
    return Thread.currentThread().threadId();
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
