package duet.lane.java;

import duet.lane.host.Guest;
import duet.lane.host.HostMain;
import duet.lane.host.HostThreads;
import duet.lane.host.ScriptOutput;
import duet.lane.host.Uninterruptible;
import duet.lane.java.compile.Compilation;
import duet.lane.java.compile.CompiledScripts;
import duet.lane.java.compile.EntryPoint;
import duet.lane.java.compile.JavaProgram;
import duet.lane.java.compile.Libraries;
import duet.lane.java.compile.ScriptLoader;
import duet.lane.java.explore.JavaExploration;
import duet.lane.java.jdk.NativeAccess;
import duet.lane.java.record.HaltHook;
import duet.lane.java.reuse.LastingEffects;
import duet.lane.java.reuse.ThreadNameCounters;
import duet.lane.java.session.JavaSession;
import duet.lane.java.source.SourceRoot;
import duet.lane.protocol.HostContract;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.Switches;
import duet.scenario.ScriptNeeds;
import duet.scenario.folder.CacheFolder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The program of a Java host.
public final class JavaHost implements Guest {
  private final CompiledScripts known = new CompiledScripts(cache().resolve("java"));
  private @Nullable Thread training;
  private @Nullable ScriptOutput stage;
  private @Nullable JavaScript script;
  private Map<String, byte[]> classes = Map.of();
  private boolean usesLibraries;
  private Optional<ThreadNameCounters> numbering = Optional.empty();

  private JavaHost() {}

  /// [JavaLane#jvm] starts it.
  public static void main(String[] args) {
    if (!JavaHost.class.getModule().isNamed()
        || JavaHost.class.getModule().getDescriptor().isAutomatic()) {
      throw new IllegalStateException("Duet's jar is no module here, so scripts could get into it");
    }
    NativeAccess.deny();
    HostMain.live("java", new JavaHost());
  }

  /// None: the JVM starts its compiler threads when it starts ([JavaLane]). A Java script can give
  /// its threads any name.
  @Override
  public Set<String> lateThreads() {
    return Set.of();
  }

  @Override
  public String boot(ScriptOutput stage) {
    this.stage = stage;
    HaltHook.set(stage::drain);
    if (training == null) {
      training = startTraining();
    }
    return "OpenJDK "
        + Runtime.version().version().stream()
            .map(String::valueOf)
            .reduce((a, b) -> a + "." + b)
            .orElseThrow();
  }

  /// Loads the compiler; everything else was loaded while the host booted.
  @Override
  public void prepare() {
    try {
      compile(JavaProgram.of(Path.of("training.java"), "void main() {}"));
    } catch (Rejection e) {
      throw new IllegalStateException(e.explanation(), e);
    }
  }

  @Override
  public void keep() {
    numbering = ThreadNameCounters.now();
  }

  /// Closes nothing: a script has its own class loader and its own thread group.
  @Override
  public boolean close() {
    JavaScript last = script;
    if (numbering.isEmpty()
        || usesLibraries // which nobody has looked into
        || (last != null && !last.hasEnded())
        || LastingEffects.isIn(classes.values())) {
      return false;
    }
    numbering.get().restore();
    return true;
  }

  @Override
  public GuestSession open(ScriptNeeds needs) {
    return new JavaSession(needs.preview(), needs.classPath());
  }

  /// Plays the [TrainingScript] on a separate thread while the host goes on.
  private static Thread startTraining() {
    return HostThreads.start("training", JavaHost::playTraining);
  }

  private static void playTraining() {
    String name = TrainingScript.class.getName();
    try (InputStream in = JavaHost.class.getResourceAsStream("TrainingScript.class")) {
      var loader = new ScriptLoader(Map.of(name, Objects.requireNonNull(in).readAllBytes()), 1);
      Constructor<?> constructor = loader.loadClass(name).getDeclaredConstructor();
      constructor.setAccessible(true);
      ((Runnable) constructor.newInstance()).run();
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public GuestExploration explore(HostOrder.Load order, Switches switches) throws Rejection {
    checkLibraries(order);
    Compilation compilation = compiled(order);
    return JavaExploration.of(
        compilation,
        order,
        Libraries.loader(order.needs().classPath()),
        SourceRoot.of(order.file(), compilation.packageName()));
  }

  private static void checkLibraries(HostOrder.Load order) throws Rejection {
    for (Path library : order.needs().classPath()) {
      if (!Files.exists(library)) {
        throw new Rejection("there is no library " + library + ". Check the class path.");
      }
    }
  }

  @Override
  public GuestScript compile(HostOrder.Load order) throws Rejection {
    script = null;
    classes = Map.of();
    checkLibraries(order);
    Compilation compilation = compiled(order);
    if (training != null) {
      Uninterruptible.run(training::join);
    }
    List<Path> classPath = order.needs().classPath();
    usesLibraries = !classPath.isEmpty();
    var loader =
        new ScriptLoader(
            compilation.classes(),
            order.speed(),
            Libraries.loader(classPath),
            Optional.of(SourceRoot.of(order.file(), compilation.packageName())));
    EntryPoint entry = EntryPoint.in(loader, order.file().getFileName() + "", compilation);
    var compiled = new JavaScript(entry, order, Objects.requireNonNull(stage));
    classes = compilation.classes();
    script = compiled;
    return compiled;
  }

  /// A confined host keeps nothing, since its only folder is the script's.
  private Compilation compiled(HostOrder.Load order) throws Rejection {
    var program =
        new JavaProgram(
            order.file(),
            order.text(),
            order.neighbours().files(),
            order.needs().preview(),
            order.needs().classPath());
    boolean isKept = !HostContract.isConfined() && program.isLasting();
    Optional<Compilation> before = isKept ? known.find(program) : Optional.empty();
    if (before.isPresent()) {
      return before.get();
    }
    Compilation compilation;
    try {
      compilation = compile(program);
    } catch (Rejection e) {
      var all = new ArrayList<>(List.of(e.explanation()));
      all.addAll(order.neighbours().leftOut());
      throw new Rejection(String.join("\n", all));
    }
    if (isKept) {
      known.keep(program, compilation);
    }
    return compilation;
  }

  private static Path cache() {
    String given = System.getProperty(HostContract.CACHE);
    return given == null ? CacheFolder.of(System.getenv()) : Path.of(given);
  }

  private static Compilation compile(JavaProgram program) throws Rejection {
    try {
      return Compilation.of(program);
    } catch (StackOverflowError | IllegalStateException e) {
      if (e instanceof StackOverflowError || e.getCause() instanceof StackOverflowError) {
        throw new Rejection(program.name() + ": error: nested too deeply to compile");
      }
      throw e;
    }
  }
}
