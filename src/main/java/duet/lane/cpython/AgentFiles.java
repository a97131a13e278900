package duet.lane.cpython;

import duet.lane.python.PreludeText;
import duet.lane.seccomp.SystemCallFilter;
import duet.scenario.file.WholeFile;
import duet.scenario.folder.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The files that a Python runs to become a host. A Python that is installed cannot read them in
/// Duet's jar, so the build puts them into a folder.
public final class AgentFiles {
  private static final String AGENT = "agent.py";

  /// The agent's own modules. It has those of the embedded Python's prelude besides, as far as it
  /// loads them.
  private static final List<String> MODULES =
      List.of(
          "children",
          "notebook_text",
          "paced",
          "player",
          "printed",
          "python",
          "seal",
          "talk",
          "wire");

  private AgentFiles() {}

  /// The file that is started.
  static Path agent(Home home) {
    return folder(home).resolve(AGENT);
  }

  /// The folder of all of them, in which the agent also keeps its compiled code.
  static Path folder(Home home) {
    return home.program().resolve("cpython");
  }

  /// Writes them; part of the build.
  public static void prepare(Home home) throws IOException {
    Files.createDirectories(folder(home));
    write(agent(home), text(AGENT));
    write(folder(home).resolve("loader.py"), PreludeText.loader());
    write(folder(home).resolve("modules"), modules());
    write(folder(home).resolve("exploring"), PreludeText.exploring());
    Optional<byte[]> seal = SystemCallFilter.sealing();
    if (seal.isPresent()) {
      WholeFile.<RuntimeException>replace(
          folder(home).resolve("seal"), half -> Files.write(half, seal.get()));
    }
  }

  private static String modules() throws IOException {
    var all = new StringBuilder(PreludeText.modules());
    for (String name : MODULES) {
      all.append(PreludeText.section(name, text("agent/" + name + ".py")));
    }
    return all.toString();
  }

  private static void write(Path file, String text) throws IOException {
    WholeFile.<RuntimeException>replace(file, half -> Files.writeString(half, text));
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = AgentFiles.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
