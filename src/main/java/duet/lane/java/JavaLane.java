package duet.lane.java;

import duet.lane.HostProgram;
import duet.lane.Jit;
import duet.lane.Jvm;
import duet.lane.Lane;
import duet.lane.LaneDescription;
import duet.lane.LaneFinding;
import duet.lane.SessionDescription;
import duet.lane.java.jdk.JdkUnsafe;
import duet.lane.java.jdk.NativeAccess;
import duet.lane.java.observe.VirtualThreads;
import duet.lane.java.source.JavaNeighbours;
import duet.scenario.ScriptLanguage;
import duet.scenario.file.SourceEncoding;
import duet.scenario.folder.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Java, on the JDK that runs Duet.
public final class JavaLane implements Lane {
  private static final String COMPILER = "jdk.compiler";

  /// Duet's own module. Scripts are in none, so that the JVM lets them see nothing of it, and what
  /// it may do they may not. Gson is a module too: it writes what Duet reads.
  private static final String MODULE = "duet";

  private static final List<String> MODULES = List.of(MODULE, "gson");

  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms32m",
          "-Xmx1g",
          "-XX:-UseDynamicNumberOfCompilerThreads",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-AOTReplayTraining", // as in the Python lane
          "--enable-preview", // for scripts that are compiled with it
          "-Dstdin.encoding=UTF-8", // as Duet writes it
          "--add-modules=" + MODULE,
          "--add-reads=" + MODULE + "=ALL-UNNAMED", // JLine
          VirtualThreads.OPENED,
          JdkUnsafe.OPENED,
          "--sun-misc-unsafe-memory-access=deny");

  /// The environment variable that allows scripts to call native code, and what it is set to then.
  private static final String NATIVE_ACCESS = "DUET_NATIVE_ACCESS";

  private static final String ALLOWED = "allow";

  private static final LaneDescription DESCRIPTION =
      new LaneDescription(
          "Java",
          new ScriptLanguage(
              "java",
              List.of("java"),
              Set.of("module-info.java", "package-info.java"),
              new JavaNeighbours(),
              SourceEncoding.LENIENT_UTF_8),
          false,
          "java",
          Optional.of(
              new SessionDescription(
                  "java",
                  2,
                  "}",
                  true,
                  new SessionDescription.Examples(
                      "Math.sqrt(2)",
                      "Math.sqrt(2.0)",
                      "Code typed in a Java session asks at every turn of a loop whether Ctrl-C was"
                          + " pressed, which takes a fraction of a nanosecond.",
                      "int f(int n) {\n  return n;\n}"))));

  @Override
  public LaneDescription description() {
    return DESCRIPTION;
  }

  @Override
  public boolean explores() {
    return true;
  }

  @Override
  public HostProgram program(Home home, Jit jit) {
    return new HostProgram.OnJvm(
        new Jvm(
            home,
            id(),
            Jvm.OWN_JAVA_HOME,
            List.of(home.program().resolve("lib")),
            MODULES,
            Stream.of(OPTIONS, Jvm.SHUT, nativeAccess(System.getenv()))
                .flatMap(List::stream)
                .toList()),
        JavaHost.class.getName());
  }

  /// Duet calls native code to seal a confined host. A script that does so can read and change
  /// everything in its process, so it has to be allowed to.
  private static List<String> nativeAccess(Map<String, String> environment) {
    if (ALLOWED.equals(environment.get(NATIVE_ACCESS))) {
      return List.of("--enable-native-access=" + MODULE + ",ALL-UNNAMED");
    }
    var options = new ArrayList<>(List.of("--enable-native-access=" + MODULE));
    options.addAll(NativeAccess.options());
    return options;
  }

  @Override
  public List<LaneFinding> findings(Home home, Map<String, String> environment) {
    return List.of(
        new LaneFinding(
            "compiler",
            ModuleLayer.boot()
                .findModule(COMPILER)
                .map(module -> module.getName() + " of Java " + Runtime.version()),
            true,
            "The Java lane needs a JDK, not only a JRE: set JAVA_HOME to one."));
  }
}
