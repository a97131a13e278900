package duet.lane.echo;

import com.google.gson.stream.JsonWriter;
import duet.lane.HostProgram;
import duet.lane.Jit;
import duet.lane.Jvm;
import duet.lane.Lane;
import duet.lane.LaneDescription;
import duet.scenario.ScriptLanguage;
import duet.scenario.folder.Home;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A made-up language, of which nothing but this package knows: a script prints its own lines.
public final class EchoLane implements Lane {
  private static final LaneDescription DESCRIPTION =
      new LaneDescription(
          "Echo",
          new ScriptLanguage("echo", List.of("echo"), Set.of()),
          false,
          "",
          Optional.empty());

  @Override
  public LaneDescription description() {
    return DESCRIPTION;
  }

  @Override
  public HostProgram program(Home home, Jit jit) {
    String java = Jvm.OWN_JAVA_HOME.resolve("bin").resolve("java").toString();
    return new HostProgram.Executable(
        List.of(java, "-Xshare:auto", "-cp", classPath(), EchoHost.class.getName()),
        List.of(),
        List.of());
  }

  private static String classPath() {
    String gson = JsonWriter.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return String.join(
        File.pathSeparator,
        Path.of("target", "test-classes").toString(),
        Path.of("target", "classes").toString(),
        gson);
  }
}
