package duet.lane.python;

import duet.lane.HostProgram;
import duet.lane.Jit;
import duet.lane.Jvm;
import duet.lane.Lane;
import duet.lane.LaneDescription;
import duet.lane.LaneFinding;
import duet.lane.LaneObstacle;
import duet.lane.SessionDescription;
import duet.lane.python.runtime.SitePackages;
import duet.lane.python.source.PythonEncoding;
import duet.scenario.NeighbourSearch;
import duet.scenario.ScriptLanguage;
import duet.scenario.folder.Home;
import duet.scenario.found.ScriptPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Python, on embedded GraalPy. Its hosts run on a runtime image that contains the Graal compiler,
/// where one was built; otherwise on the JDK that runs Duet, where Python is interpreted unless
/// that JDK is a GraalVM.
public final class PythonLane implements Lane {
  /// C1 only: it is quicker to be ready, and Python's own code is the Graal compiler's to compile.
  /// Nor are methods compiled because the training run called them (JEP 515): they take more time
  /// of the processor than they save, 0.05 s of the boot and 0.3 s of computing. A small heap to
  /// begin with, since the JVM would take a sixty-fourth of the machine's memory; and what a boot
  /// has freed goes back to the system, 10 MiB.
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-AOTReplayTraining",
          "-Xms64m",
          "-Xmx1g",
          "-XX:TrimNativeHeapInterval=2000",
          "-XX:-UseDynamicNumberOfCompilerThreads",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final List<String> WITH_COMPILER =
      List.of(
          "-XX:+UnlockExperimentalVMOptions", "-XX:+EnableJVMCI", "-XX:ReservedCodeCacheSize=128m");

  /// Options of the compiling engine; the interpreting one refuses to start with them. The
  /// thresholds keep the compiler out of the way until a script computes: with the defaults it is
  /// loaded and busy while Python boots, which then takes half as long again. (The engine takes a
  /// fifth of them while the compiler is idle.)
  private static final List<String> OF_COMPILING =
      List.of(
          "-Dpolyglot.engine.FirstTierCompilationThreshold=20000",
          "-Dpolyglot.engine.FirstTierMinInvokeThreshold=400");

  private static final LaneDescription DESCRIPTION =
      new LaneDescription(
          "Python",
          new ScriptLanguage(
              "python",
              List.of("py", ScriptPairs.NOTEBOOK),
              Set.of("__init__.py"),
              NeighbourSearch.NONE,
              new PythonEncoding()),
          true,
          "python",
          Optional.of(
              new SessionDescription(
                  "py",
                  4,
                  "",
                  false,
                  new SessionDescription.Examples(
                      "sum(range(10))",
                      "sum(range(10**6))",
                      "Python is timed as a function's body.",
                      "def f(n):\n    return n\n"))));

  @Override
  public LaneDescription description() {
    return DESCRIPTION;
  }

  @Override
  public HostProgram program(Home home, Jit jit) {
    return new HostProgram.OnJvm(jvm(home, jit), PythonHost.class.getName());
  }

  @Override
  public boolean explores() {
    return true;
  }

  private static Jvm jvm(Home home, Jit jit) {
    boolean image = hasImage(home);
    var options = new ArrayList<>(OPTIONS);
    options.addAll(Jvm.SHUT);
    if (image) {
      options.addAll(WITH_COMPILER);
      options.addAll(jit == Jit.OFF ? List.of() : OF_COMPILING);
    }
    options.add("-Dpolyglot.engine.userResourceCache=" + home.program().resolve("resources"));
    options.add("-D" + PythonHost.BYTECODE + "=" + home.program().resolve("bytecode"));
    if (jit == Jit.OFF) {
      options.add("-Dtruffle.UseFallbackRuntime=true");
    }
    return new Jvm(
        home,
        DESCRIPTION.id(),
        image ? image(home) : Jvm.OWN_JAVA_HOME,
        List.of(home.program().resolve("lib"), home.program().resolve("python")),
        List.of(),
        options);
  }

  @Override
  public Optional<LaneObstacle> obstacle(Home home, Jit jit) {
    return jit == Jit.ON && !hasJit(home)
        ? Optional.of(
            new LaneObstacle(
                "Python cannot be compiled while it runs here",
                "'duet doctor' says what is missing."))
        : Optional.empty();
  }

  @Override
  public List<LaneFinding> findings(Home home, Map<String, String> environment) {
    return List.of(
        new LaneFinding("GraalPy", version(home), true, "Build again: mvn -B package -DskipTests"),
        new LaneFinding(
            "JIT",
            jit(home),
            false,
            "Python is interpreted, ten to a hundred times slower. Any stock JDK 25 (or a GraalVM)"
                + " will do; then build again."),
        new LaneFinding(
            "tqdm",
            tqdm(environment),
            false,
            "progress_bar plays with a stand-in. Debian: apt install python3-tqdm; elsewhere put"
                + " its folder into DUET_PYTHONPATH."));
  }

  private static Optional<String> version(Home home) {
    final String jar = "python-language-";
    Path jars = home.program().resolve("python");
    if (!Files.isDirectory(jars)) {
      return Optional.empty();
    }
    try (var files = Files.list(jars)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(jar))
          .map(name -> name.replace(jar, "").replace(".jar", ""))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> jit(Home home) {
    if (!hasJit(home)) {
      return Optional.empty();
    }
    return Optional.of(
        isGraalVm(Jvm.OWN_JAVA_HOME)
            ? "this GraalVM's"
            : "Graal compiler, in a Java runtime of our own");
  }

  private static Optional<String> tqdm(Map<String, String> environment) {
    return SitePackages.found(environment).stream()
        .map(folder -> Path.of(folder, "tqdm"))
        .filter(Files::isDirectory)
        .map(Path::toString)
        .findFirst();
  }

  private static boolean hasJit(Home home) {
    return hasImage(home) || isGraalVm(Jvm.OWN_JAVA_HOME);
  }

  /// Where the runtime image with the compiler is, if it was built.
  public static Path image(Home home) {
    return home.program().resolve("jvm");
  }

  /// Whether a JDK brings the Graal compiler; its `release` file tells.
  private static boolean isGraalVm(Path javaHome) {
    try {
      return Files.readString(javaHome.resolve("release")).contains("GRAALVM_VERSION");
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean hasImage(Home home) {
    return Files.exists(image(home).resolve("bin").resolve("java"));
  }
}
