package duet.lane.python;

import duet.lane.Jvm;
import duet.lane.Lane;
import duet.scenario.Home;
import java.util.ArrayList;
import java.util.List;

/// Python, on embedded GraalPy.
public final class PythonLane implements Lane {
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UseDynamicNumberOfCompilerThreads",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  @Override
  public String id() {
    return "python";
  }

  @Override
  public String extension() {
    return "py";
  }

  @Override
  public Jvm jvm(Home home) {
    var options = new ArrayList<>(OPTIONS);
    options.add("-D" + PythonHost.BYTECODE + "=" + home.program().resolve("bytecode"));
    return new Jvm(
        home,
        id(),
        Jvm.OWN_JAVA_HOME,
        List.of(home.program().resolve("lib"), home.program().resolve("python")),
        options);
  }

  @Override
  public String hostClass() {
    return PythonHost.class.getName();
  }
}
