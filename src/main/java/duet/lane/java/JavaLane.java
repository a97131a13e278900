package duet.lane.java;

import duet.lane.HostProgram;
import duet.lane.Jit;
import duet.lane.Jvm;
import duet.lane.Lane;
import duet.lane.LaneDescription;
import duet.lane.LaneFinding;
import duet.lane.SessionDescription;
import duet.lane.java.jdk.JdkUnsafe;
import duet.lane.java.observe.VirtualThreads;
import duet.scenario.ScriptLanguage;
import duet.scenario.folder.Home;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Java, on the JDK that runs Duet.
public final class JavaLane implements Lane {
  private static final String COMPILER = "jdk.compiler";

  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms32m",
          "-Xmx1g",
          "-XX:-UseDynamicNumberOfCompilerThreads",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-AOTReplayTraining", // as in the Python lane
          "--enable-native-access=ALL-UNNAMED", // for what seals a confined host
          VirtualThreads.OPENED,
          JdkUnsafe.OPENED);

  private static final LaneDescription DESCRIPTION =
      new LaneDescription(
          "Java",
          new ScriptLanguage(
              "java", List.of("java"), Set.of("module-info.java", "package-info.java")),
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
  public HostProgram program(Home home, Jit jit) {
    return new HostProgram.OnJvm(
        new Jvm(home, id(), Jvm.OWN_JAVA_HOME, List.of(home.program().resolve("lib")), OPTIONS),
        JavaHost.class.getName());
  }

  @Override
  public List<LaneFinding> findings(Home home, Map<String, String> environment) {
    return List.of(
        new LaneFinding(
            "compiler",
            ModuleLayer.boot().findModule(COMPILER).map(Module::getName),
            true,
            "The Java lane needs a JDK, not only a JRE: set JAVA_HOME to one."));
  }
}
