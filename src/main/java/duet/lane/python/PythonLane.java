package duet.lane.python;

import duet.lane.Jit;
import duet.lane.Jvm;
import duet.lane.Lane;
import duet.scenario.Scenario;
import duet.scenario.folder.Home;
import duet.scenario.found.ScriptPairs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Python, on embedded GraalPy. Its hosts run on a runtime image that contains the Graal compiler,
/// where one was built; otherwise on the JDK that runs Duet, where Python is interpreted unless
/// that JDK is a GraalVM.
public final class PythonLane implements Lane {
  /// C1 only: it is quicker to be ready, and Python's own code is the Graal compiler's to compile.
  /// Nor are methods compiled because they were in the rehearsal (JEP 515): they take more time of
  /// the processor than they save, 0.05 s of the boot and 0.3 s of computing. A small heap to begin
  /// with, since the JVM would take a sixty-fourth of the machine's memory; and what a boot has
  /// freed goes back to the system, 10 MiB.
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

  @Override
  public String id() {
    return "python";
  }

  @Override
  public String extension() {
    return "py";
  }

  /// A file of Python, or a notebook.
  @Override
  public Optional<Path> script(Scenario scenario) {
    return Lane.super
        .script(scenario)
        .or(() -> Optional.ofNullable(scenario.sources().get(ScriptPairs.NOTEBOOK)));
  }

  @Override
  public boolean hasGlobalLock() {
    return true;
  }

  @Override
  public Jvm jvm(Home home, Jit jit) {
    boolean image = hasImage(home);
    var options = new ArrayList<>(OPTIONS);
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
        id(),
        image ? image(home) : Jvm.OWN_JAVA_HOME,
        List.of(home.program().resolve("lib"), home.program().resolve("python")),
        options);
  }

  @Override
  public String hostClass() {
    return PythonHost.class.getName();
  }

  /// Whether Python can be compiled while it runs here.
  public static boolean hasJit(Home home) {
    return hasImage(home) || isGraalVm(Jvm.OWN_JAVA_HOME);
  }

  /// Where the runtime image with the compiler is, if it was built.
  public static Path image(Home home) {
    return home.program().resolve("jvm");
  }

  /// Whether a JDK brings the Graal compiler; its `release` file tells.
  public static boolean isGraalVm(Path javaHome) {
    try {
      return Files.readString(javaHome.resolve("release")).contains("GRAALVM_VERSION");
    } catch (java.io.IOException e) {
      return false;
    }
  }

  private static boolean hasImage(Home home) {
    return Files.exists(image(home).resolve("bin").resolve("java"));
  }
}
