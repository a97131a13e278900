package duet.lane.python;

import duet.lane.host.Guest;
import duet.lane.host.HostMain;
import duet.lane.host.HostThreads;
import duet.lane.host.ScriptOutput;
import duet.lane.host.ThreadObserver;
import duet.lane.protocol.HostContract;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.Switches;
import duet.lane.python.observe.PythonStates;
import duet.lane.python.observe.PythonThreadObserver;
import duet.lane.python.observe.RecordedGil;
import duet.lane.python.observe.ScriptText;
import duet.lane.python.runtime.ConfinedFiles;
import duet.lane.python.runtime.LateCompiler;
import duet.lane.python.runtime.PreludeServices;
import duet.lane.python.runtime.ScriptExit;
import duet.lane.python.runtime.SitePackages;
import duet.lane.python.session.PythonSession;
import duet.scenario.ScriptNeeds;
import duet.scenario.found.Notebook;
import duet.scenario.found.ScriptPairs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.jspecify.annotations.Nullable;

/// The program of a Python host. Its Python part is the [Prelude].
public final class PythonHost implements Guest {
  /// The system property that names the folder in which compiled Python modules are kept.
  static final String BYTECODE = "duet.bytecode";

  private static final String INTERPRETED = "Interpreted";

  private @Nullable Value prelude;
  private @Nullable Engine engine;
  private volatile @Nullable Path script;
  private @Nullable ScriptOutput stage;
  private @Nullable PreludeServices services;
  private @Nullable Context context;

  private PythonHost() {}

  /// [PythonLane#jvm] starts it.
  public static void main(String[] args) {
    HostMain.live("python", new PythonHost());
  }

  /// A Python script cannot name native threads: GraalPy keeps their names to itself.
  @Override
  public Set<String> lateThreads() {
    return Set.of("C1 CompilerThre", "C2 CompilerThre", "TruffleCompiler", "JVMCI Compiler");
  }

  @Override
  public String boot(ScriptOutput stage) {
    // A fresh engine: in a second context of a shared one, GraalPy 25 no longer hands the GIL over.
    this.stage = stage;
    LateCompiler.putOff();
    Engine engine =
        Engine.newBuilder("python")
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false")
            // An error inside GraalPy is a SystemError at the script's line, without Java's stack.
            .option("python.CatchAllExceptions", "true")
            .option("python.WithJavaStacktrace", "0")
            .out(stage.out())
            .err(stage.err())
            .build();
    this.engine = engine;
    boolean confined = HostContract.isConfined();
    RecordedGil.awaitFirst();
    Context context =
        Context.newBuilder("python")
            .engine(engine)
            .allowExperimentalOptions(true)
            .allowIO(
                confined
                    ? ConfinedFiles.access(Path.of("").toAbsolutePath(), this::isReadable)
                    : IOAccess.ALL)
            .allowCreateThread(true)
            .allowCreateProcess(true)
            .allowInnerContextOptions(true) // multiprocessing plays processes in such contexts
            .allowPolyglotAccess(PolyglotAccess.NONE)
            .allowEnvironmentAccess(EnvironmentAccess.INHERIT)
            .in(System.in)
            .option("python.PosixModuleBackend", "java")
            .option("python.UnbufferedIO", "true")
            .option("python.NoSiteFlag", "true")
            .option("python.DontWriteBytecodeFlag", String.valueOf(confined))
            .option("python.PyCachePrefix", System.getProperty(BYTECODE, ""))
            .option("python.StandardStreamEncoding", "UTF-8")
            .build();
    services = new PreludeServices(stage);
    this.context = context;
    prelude = Prelude.install(context, services, System.getProperty(BYTECODE, ""));
    prelude.invokeMember("prime");
    return prelude.getMember("runtime").asString()
        + " · "
        + (isCompiled(engine) ? "JIT" : "interpreted");
  }

  /// What a confined script may read: itself, and the packages that are installed for every script.
  private boolean isReadable(Path path) {
    Path playing = script;
    return (playing != null && path.equals(playing.normalize()))
        || path.startsWith(System.getProperty(BYTECODE, ""))
        || SitePackages.found().stream().anyMatch(path::startsWith);
  }

  private static boolean isCompiled(Engine engine) {
    return !engine.getImplementationName().equals(INTERPRETED);
  }

  /// Threads that still run keep the context from being closed.
  @Override
  public boolean close() {
    try {
      if (!Objects.requireNonNull(prelude).invokeMember("leaves_nothing").asBoolean()) {
        return false;
      }
      Objects.requireNonNull(context).close();
      Objects.requireNonNull(engine).close();
      return true;
    } catch (PolyglotException | IllegalStateException e) {
      return false;
    }
  }

  @Override
  public void prepare() {
    HostThreads.start("compiler", LateCompiler::start);
    Objects.requireNonNull(prelude).invokeMember("import_usual");
  }

  @Override
  public GuestScript compile(HostOrder.Load order) throws Rejection {
    Value ready = Objects.requireNonNull(prelude);
    Path path = order.file().toAbsolutePath();
    script = path;
    var arguments = ProxyArray.fromList(List.copyOf(order.arguments()));
    boolean isNotebook = path.toString().endsWith("." + ScriptPairs.NOTEBOOK);
    Notebook notebook = isNotebook ? Notebook.of(order.text()) : null;
    String problem =
        ready
            .invokeMember(
                notebook == null ? "compile" : "compile_notebook",
                path.toString(),
                notebook == null ? order.text() : cells(notebook),
                order.speed(),
                arguments)
            .asString();
    if (!problem.isEmpty()) {
      throw new Rejection(problem);
    }
    String codePath = ready.invokeMember("code_path").asString();
    ScriptText text =
        notebook == null
            ? new ScriptText(path, codePath, Map.of("", order.text()))
            : ScriptText.of(path, codePath, notebook);
    ScriptOutput performing = Objects.requireNonNull(stage);
    PreludeServices heard = Objects.requireNonNull(services);
    var observer =
        new PythonThreadObserver(
            Objects.requireNonNull(engine),
            ready,
            () -> heard.relaying(() -> ready.invokeMember("look")),
            performing,
            text);
    heard.plays(isNotebook);
    return new GuestScript() {
      @Override
      public ScriptEnd run() {
        RecordedGil.startAnew(text.codePath());
        return PythonHost.run(ready, heard);
      }

      @Override
      public String failure() {
        return heard.failure();
      }

      @Override
      public void warmUp() {
        ready.invokeMember("prime");
      }

      @Override
      public List<HostMessage.State> states(long end, long millis) {
        return order.states()
            ? PythonStates.of(ready, observer, performing, end, millis)
            : List.of();
      }

      @Override
      public ThreadObserver observer() {
        return observer;
      }
    };
  }

  @Override
  public GuestExploration explore(HostOrder.Load order, Switches switches) throws Rejection {
    HostThreads.start("compiler", LateCompiler::start);
    return PythonExploration.of(
        Objects.requireNonNull(context),
        Objects.requireNonNull(prelude),
        System.getProperty(BYTECODE, ""),
        order,
        switches);
  }

  private static ProxyArray cells(Notebook notebook) {
    return ProxyArray.fromList(
        notebook.cells().stream()
            .<Object>map(
                cell ->
                    ProxyArray.fromArray(
                        cell.name(), cell.source(), cell.mayFail(), cell.skipped()))
            .toList());
  }

  @Override
  public GuestSession open(ScriptNeeds needs) {
    Value session = Objects.requireNonNull(prelude).invokeMember("open_session");
    return new PythonSession(session, Objects.requireNonNull(services));
  }

  /// Has Python print what ended the script. What counts is in the exception, whatever Python says.
  private static void tell(Value prelude, PolyglotException ended) {
    Value error = ended.getGuestObject();
    if (error != null) {
      try {
        prelude.invokeMember("tell", error, ended.isExit());
      } catch (PolyglotException e) {
        // The script has changed the prelude, or has left its Python.
      }
    }
  }

  private static ScriptEnd run(Value prelude, PreludeServices heard) {
    boolean isLeft = false;
    try {
      Value script = prelude.invokeMember("begin");
      Object[] with =
          LongStream.range(1, script.getArraySize()).mapToObj(script::getArrayElement).toArray();
      script.getArrayElement(0).executeVoid(with);
    } catch (PolyglotException e) {
      tell(prelude, e);
      heard.ended(e);
      isLeft = ScriptExit.of(e).filter(ScriptExit::isAbrupt).isPresent();
    }
    try {
      if (!isLeft) {
        prelude.invokeMember("finish");
      }
      var _ = heard.relaying(() -> prelude.invokeMember("hand_over"));
    } catch (PolyglotException e) {
      heard.ended(e);
    }
    String failure = heard.failure();
    return failure.isEmpty() ? ScriptEnd.GOOD : ScriptEnd.bad(failure);
  }
}
