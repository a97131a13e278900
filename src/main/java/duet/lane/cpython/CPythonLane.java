package duet.lane.cpython;

import duet.lane.HostProgram;
import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.LaneDescription;
import duet.lane.LaneFinding;
import duet.lane.LaneObstacle;
import duet.lane.SessionDescription;
import duet.lane.cpython.observe.CPythonObserver;
import duet.lane.python.source.PythonEncoding;
import duet.scenario.NeighbourSearch;
import duet.scenario.ScriptLanguage;
import duet.scenario.folder.Home;
import duet.scenario.found.ScriptPairs;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Plays Python on a CPython that is installed on this machine. Its hosts are processes of that
/// Python, which run the [AgentFiles] and are observed from Duet's side.
public final class CPythonLane implements Lane {
  private static final String REMEDY =
      "Debian, Ubuntu: apt install python3; or make a virtual environment active.";

  /// A Python program that tells its version, and whether it has a global interpreter lock.
  private static final String ABOUT =
      """
      import sys, sysconfig
      free = sysconfig.get_config_var('Py_GIL_DISABLED')
      lock = getattr(sys, '_is_gil_enabled', lambda: True)()
      print('Python', sys.version.split()[0]
            + (' · free-threaded, GIL ' + ('on' if lock else 'off') if free else ''), flush=True)
      sys.stdin.read()
      """;

  private final LaneDescription description;
  private final Optional<Path> program;

  private CPythonLane(String id, Optional<Path> program, boolean hasGlobalLock) {
    this.program = program;
    String name = id.equals(PythonPrograms.PLAIN) ? "CPython" : "CPython " + id.substring(8);
    description =
        new LaneDescription(
            name,
            new ScriptLanguage(
                id,
                List.of("py", ScriptPairs.NOTEBOOK),
                Set.of("__init__.py"),
                NeighbourSearch.NONE,
                new PythonEncoding()),
            hasGlobalLock,
            "python",
            Optional.of(session(id)));
  }

  private static SessionDescription session(String command) {
    return new SessionDescription(
        command,
        4,
        "",
        false,
        new SessionDescription.Examples(
            "sum(range(10))",
            "sum(range(10**6))",
            "Python is timed as a function's body.",
            "def f(n):\n    return n\n"));
  }

  /// The lane of what `python3` starts, whether there is one or not, and one lane for each version
  /// that is installed.
  ///
  /// @param environment the environment variables
  public static List<Lane> found(Map<String, String> environment) {
    var programs = new PythonPrograms(environment);
    var lanes = new ArrayList<Lane>();
    Optional<Path> plain = programs.plain();
    boolean hasLock = plain.filter(InstalledFiles::areFreeThreaded).isEmpty();
    lanes.add(new CPythonLane(PythonPrograms.PLAIN, plain, hasLock));
    for (PythonProgram one : programs.versions()) {
      lanes.add(new CPythonLane(one.lane(), Optional.of(one.file()), !one.isFreeThreaded()));
    }
    return List.copyOf(lanes);
  }

  @Override
  public LaneDescription description() {
    return description;
  }

  /// Only the lane whose id names no version.
  @Override
  public Optional<Lane> on(Path other) {
    return id().equals(PythonPrograms.PLAIN)
        ? Optional.of(
            new CPythonLane(id(), Optional.of(other), !InstalledFiles.areFreeThreaded(other)))
        : Optional.empty();
  }

  @Override
  public HostProgram program(Home home, Jit jit) {
    String python = program.map(Path::toString).orElse("python3");
    var reads = new ArrayList<>(List.of(AgentFiles.folder(home)));
    program.map(InstalledFiles::of).ifPresent(reads::addAll);
    return new HostProgram.Executable(
        List.of(python, AgentFiles.agent(home).toString(), id()),
        List.of("confined"),
        reads,
        Optional.of(CPythonObserver::observe));
  }

  @Override
  public String hosts() {
    return id() + " " + program;
  }

  @Override
  public boolean explores() {
    return true;
  }

  @Override
  public Optional<LaneObstacle> obstacle(Home home, Jit jit) {
    if (program.isEmpty()) {
      return Optional.of(new LaneObstacle("there is no python3 on the PATH", REMEDY));
    }
    return Files.isExecutable(program.get()) && !Files.isDirectory(program.get())
        ? Optional.empty()
        : Optional.of(
            new LaneObstacle(
                "there is no program " + program.get(),
                "Name the executable of a Python, such as venv/bin/python3."));
  }

  @Override
  public List<LaneFinding> findings(Home home, Map<String, String> environment) {
    return program
        .map(this::findings)
        .orElse(List.of(new LaneFinding(id(), Optional.empty(), false, REMEDY)));
  }

  /// What a Python tells of itself, and where it is; and what cannot be seen of it. It waits
  /// meanwhile.
  private List<LaneFinding> findings(Path python) {
    var findings = new ArrayList<LaneFinding>();
    try {
      Process process =
          new ProcessBuilder(python.toString(), "-I", "-S", "-c", ABOUT)
              .redirectErrorStream(true)
              .start();
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        Optional<String> about = Optional.ofNullable(lines.readLine());
        findings.add(
            new LaneFinding(id(), about.map(line -> line + " · " + python), false, REMEDY));
        CPythonObserver.obstacle(process.toHandle())
            .filter(_ -> about.isPresent())
            .map(why -> new LaneFinding(" GIL waits", Optional.empty(), false, why + "."))
            .ifPresent(findings::add);
      } finally {
        process.getOutputStream().close();
      }
    } catch (IOException e) {
      findings.add(new LaneFinding(id(), Optional.empty(), false, REMEDY));
    }
    return findings;
  }
}
