package duet.lane.java;

import duet.lane.Jit;
import duet.lane.Jvm;
import duet.lane.Lane;
import duet.lane.java.observe.VirtualThreads;
import duet.lane.java.reuse.ThreadNameCounters;
import duet.scenario.folder.Home;
import java.util.List;

/// Java, on the JDK that runs Duet.
public final class JavaLane implements Lane {
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms32m",
          "-Xmx1g",
          "-XX:-UseDynamicNumberOfCompilerThreads",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-AOTReplayTraining", // as in the Python lane
          VirtualThreads.OPENED,
          ThreadNameCounters.OPENED);

  @Override
  public String id() {
    return "java";
  }

  @Override
  public String extension() {
    return "java";
  }

  @Override
  public Jvm jvm(Home home, Jit jit) {
    return new Jvm(home, id(), Jvm.OWN_JAVA_HOME, List.of(home.program().resolve("lib")), OPTIONS);
  }

  @Override
  public String hostClass() {
    return JavaHost.class.getName();
  }
}
