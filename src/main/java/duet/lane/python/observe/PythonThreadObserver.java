package duet.lane.python.observe;

import duet.lane.host.ScriptOutput;
import duet.lane.host.ThreadObserver;
import duet.lane.protocol.ThreadState;
import duet.lane.protocol.ThreadView;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongToDoubleFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// Observes a Python script's threads. The prelude records what they wait for, and the debugger
/// shows where they run. While a built-in function keeps the GIL neither can be asked: then the
/// Java stacks are all there is.
public final class PythonThreadObserver implements ThreadObserver {
  /// How GraalPy 25 names the threads of a script, and the Java frames in which a thread waits for
  /// the GIL or for a process.
  private static final String THREADS = "Polyglot-python-";

  private static final Pattern OTHERS =
      Pattern.compile("python-actions|TruffleCompiler|JVMCI|.*Debugger|Attach|process reaper ");
  private static final Pattern FOR_THE_GIL =
      Pattern.compile(".*\\.(PythonContext|GilNode\\S*)\\.acquire.*");
  private static final Pattern FOR_A_PROCESS = Pattern.compile("java\\.lang\\.Process\\w*");
  private static final String SLEEP = "java.lang.Thread.sleep";
  private static final Pattern IN_INPUT =
      Pattern.compile("(sun\\.nio\\.|java\\.io\\.|java\\.net\\.).*");

  private final Engine engine;
  private final Value prelude;
  private final Supplier<Value> look;
  private final ScriptOutput stage;
  private final ScriptText script;
  private final long main = Thread.currentThread().threadId();

  /// Observes the script that will run on the calling thread.
  ///
  /// @param look asks the prelude what threads wait for
  public PythonThreadObserver(
      Engine engine, Value prelude, Supplier<Value> look, ScriptOutput stage, ScriptText script) {
    this.engine = engine;
    this.prelude = prelude;
    this.look = look;
    this.stage = stage;
    this.script = script;
  }

  @Override
  public ThreadRole roleOf(long tid, String name) {
    if (tid == main || name.startsWith(THREADS)) {
      return ThreadRole.SCRIPT;
    }
    return OTHERS.matcher(name).lookingAt() ? ThreadRole.OTHER : ThreadRole.HELPER;
  }

  @Override
  public Sight look(LongToDoubleFunction waiting, Duration atMost) {
    List<ThreadInfo> threads = threads();
    Map<Long, ThreadState> byLock = RecordedGil.now();
    Set<Long> busy = new HashSet<>();
    threads.stream()
        .filter(PythonThreadObserver::isBusy)
        .map(ThreadInfo::getThreadId)
        .forEach(busy::add);
    Seen seen = seen(busy, atMost);
    Stream<ThreadView> tasks =
        seen.notes.entrySet().stream()
            .filter(note -> note.getKey() < 0)
            .sorted(Map.Entry.<Long, Note>comparingByKey().reversed())
            .map(note -> view(note.getValue().name, note.getKey(), note.getValue(), 0));
    Stream<ThreadView> alive =
        threads.stream()
            .map(thread -> view(thread, seen.notes.get(thread.getThreadId()), byLock, waiting))
            .map(
                view ->
                    seen.places.containsKey(view.tid())
                        ? view.at(seen.places.get(view.tid()))
                        : view);
    return new Sight(
        Stream.concat(alive, tasks).toList(),
        threads.stream().anyMatch(PythonThreadObserver::canGoOn));
  }

  /// Whether it is running, or would be if it had the GIL.
  private static boolean isBusy(ThreadInfo thread) {
    return thread.getThreadState() == Thread.State.RUNNABLE || waitsForTheGil(thread);
  }

  private static boolean waitsForTheGil(ThreadInfo thread) {
    return frames(thread).anyMatch(frame -> FOR_THE_GIL.matcher(frame).matches());
  }

  private List<ThreadInfo> threads() {
    ThreadMXBean beans = ManagementFactory.getThreadMXBean();
    return Stream.of(beans.getThreadInfo(beans.getAllThreadIds(), Integer.MAX_VALUE))
        .filter(
            info ->
                info != null
                    && roleOf(info.getThreadId(), info.getThreadName()) == ThreadRole.SCRIPT)
        .toList();
  }

  private static boolean canGoOn(ThreadInfo thread) {
    boolean stands =
        thread.getThreadState() == Thread.State.WAITING
            || thread.getThreadState() == Thread.State.BLOCKED;
    return !stands || frames(thread).anyMatch(frame -> FOR_A_PROCESS.matcher(frame).lookingAt());
  }

  /// What Python itself knows: what threads wait for, and the lines at which others run.
  private record Seen(Map<Long, Note> notes, Map<Long, String> places) {}

  /// What can be found out soon. A background thread reads the prelude's record as soon as it has
  /// the GIL; a thread that the debugger stops has it and may be first.
  private Seen seen(Set<Long> busy, Duration atMost) {
    var notes = new CompletableFuture<Map<Long, Note>>();
    var places = new ConcurrentHashMap<Long, String>();
    BackgroundCall<Boolean> record = BackgroundCall.begin(() -> notes.complete(notes()));
    var stops =
        new SourcePlaces(
            script,
            busy,
            () -> {
              if (!notes.isDone()) {
                notes.complete(notes());
              }
            },
            this::calledFrom,
            places);
    BackgroundCall<Boolean> last =
        busy.isEmpty() ? record : BackgroundCall.begin(() -> stops.find(engine));
    last.within(atMost.toMillis());
    return new Seen(notes.getNow(Map.of()), Map.copyOf(places));
  }

  private String calledFrom() {
    return prelude.invokeMember("called_from").asString();
  }

  /// What the prelude recorded of the wait of a thread, or of a task of asyncio.
  ///
  /// @param name a task's name
  private record Note(String kind, String what, String place, long holder, String name) {}

  private Map<Long, Note> notes() {
    Value rows = look.get();
    var notes = new HashMap<Long, Note>();
    for (long i = 0; i < rows.getArraySize(); i++) {
      Value row = rows.getArrayElement(i);
      notes.put(
          row.getArrayElement(0).asLong(),
          new Note(
              row.getArrayElement(1).asString(),
              row.getArrayElement(2).asString(),
              row.getArrayElement(3).asString(),
              row.getArrayElement(4).asLong(),
              row.getArrayElement(5).asString()));
    }
    return notes;
  }

  /// What a thread is called.
  String nameOf(long tid) {
    return tid == main ? "main" : stage.nameOf(tid);
  }

  /// Whether this is the thread that runs the script's main program.
  boolean isMain(long tid) {
    return tid == main;
  }

  private ThreadView view(
      ThreadInfo thread,
      @Nullable Note note,
      Map<Long, ThreadState> byLock,
      LongToDoubleFunction waiting) {
    long tid = thread.getThreadId();
    String name = nameOf(tid);
    boolean gil = waitsForTheGil(thread);
    if (note != null && !note.kind.isEmpty() && !gil) {
      return view(name, tid, note, waiting.applyAsDouble(tid));
    }
    return switch (thread.getThreadState()) {
      case WAITING, TIMED_WAITING, BLOCKED -> {
        boolean sleeps = frames(thread).anyMatch(SLEEP::equals);
        yield new ThreadView(
            name,
            tid,
            gil ? ThreadState.GIL : sleeps ? ThreadState.SLEEP : ThreadState.WAIT,
            note == null ? "" : note.place,
            "",
            0,
            gil ? 0 : waiting.applyAsDouble(tid));
      }
      default -> running(thread, name, byLock.getOrDefault(tid, ThreadState.RUNNING));
    };
  }

  private static ThreadView view(String name, long tid, Note note, double seconds) {
    return new ThreadView(
        name, tid, ThreadState.of(note.kind), note.place, note.what, note.holder, seconds);
  }

  /// To Java it runs. Whether it runs Python code, the lock tells.
  private ThreadView running(ThreadInfo thread, String name, ThreadState byLock) {
    boolean inInput =
        frames(thread).findFirst().filter(f -> IN_INPUT.matcher(f).matches()).isPresent();
    String builtin = BuiltinFrames.in(frames(thread).toList());
    return new ThreadView(
        name,
        thread.getThreadId(),
        inInput ? ThreadState.IO : byLock,
        builtin.isEmpty() ? "" : script.onlyPlaceOf(builtin + "("),
        builtin.isEmpty() ? "" : builtin + "()",
        0,
        0);
  }

  private static Stream<String> frames(ThreadInfo thread) {
    return Stream.of(thread.getStackTrace())
        .map(frame -> frame.getClassName() + "." + frame.getMethodName());
  }
}
