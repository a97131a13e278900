package duet.lane.process;

import duet.lane.HostObserver;
import duet.lane.HostProgram;
import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.protocol.ChildProcesses;
import duet.lane.protocol.HostContract;
import duet.lane.sandbox.ProgramPath;
import duet.lane.sandbox.Sandbox;
import duet.scenario.folder.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;

/// Starts host processes: ordinary ones, confined ones, and ones that train their AOT cache.
public final class HostLauncher {
  /// Moves the pipes to the descriptors of the [HostContract]. A script, or a process that it
  /// starts, then reads nothing from descriptor 0, and what it writes to 1 goes where 2 goes.
  private static final String WIRING =
      "exec "
          + HostContract.ORDERS
          + "<&0 "
          + HostContract.MESSAGES
          + ">&1 </dev/null >&2 && exec \"$@\"";

  /// Makes a host that was stopped continue when Duet is gone, so that it notices and ends. (The
  /// setpriv of BusyBox cannot.)
  private static final List<String> CONTINUED =
      ProgramPath.find("setpriv")
          .filter(setpriv -> !Files.isSymbolicLink(setpriv))
          .map(setpriv -> List.of(setpriv.toString(), "--pdeathsig", "CONT"))
          .orElse(List.of());

  private static final AtomicLong COUNT = new AtomicLong(System.nanoTime());

  private HostLauncher() {}

  /// Starts a host of a lane. Its messages wait in the pipe until it has a listener.
  ///
  /// @throws IOException if its program cannot be started
  public static Host start(Lane lane, Home home, Jit jit) throws IOException {
    HostProgram program = lane.program(home, jit);
    return startFree(program.command(), program.observer());
  }

  /// Starts a host that the operating system confines: it can read the script, its libraries and
  /// its own program, and can neither write files nor start processes nor use the network.
  ///
  /// @throws IOException if its program cannot be started
  static Host startConfined(Lane lane, Home home, Jit jit, Path script, List<Path> libraries)
      throws IOException {
    HostProgram program = lane.program(home, jit);
    var visible = new ArrayList<>(program.reads());
    visible.addAll(libraries);
    List<String> command =
        Sandbox.command(
            home,
            program.confinedCommand(Sandbox.SCRATCH),
            visible,
            script.toAbsolutePath(),
            confinedEnvironment());
    return start(command, true, Sandbox::exitStatus, program.observer());
  }

  private static Map<String, String> confinedEnvironment() {
    var environment = new HashMap<String, String>();
    environment.put("HOME", Sandbox.SCRATCH);
    environment.put("TMPDIR", Sandbox.SCRATCH);
    environment.put("PATH", "/usr/bin");
    environment.put("LANG", "C.UTF-8");
    Optional.ofNullable(System.getenv("TZ")).ifPresent(zone -> environment.put("TZ", zone));
    return environment;
  }

  /// Starts a host whose JVM writes its AOT cache when it ends, some seconds after its last
  /// message.
  ///
  /// @param cache the folder for compiled scripts, an empty one, so that the host compiles them
  ///   all; and for what the JVM says
  public static Host startTraining(HostProgram.OnJvm program, Path cache) throws IOException {
    return startFree(program.trainingCommand(cache), Optional.empty());
  }

  private static Host startFree(List<String> command, Optional<HostObserver.Start> observer)
      throws IOException {
    var continued = new ArrayList<>(CONTINUED);
    continued.addAll(command);
    return start(continued, false, IntUnaryOperator.identity(), observer);
  }

  private static Host start(
      List<String> command,
      boolean isConfined,
      IntUnaryOperator statuses,
      Optional<HostObserver.Start> observer)
      throws IOException {
    String mark = ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
    Process process = ProcessStarter.start(wired(command, mark));
    return new HostProcess(process, mark, isConfined, statuses, observer);
  }

  /// What starts a host with its pipes at the descriptors where it expects them. Benchmarks use it
  /// to measure a host alone.
  ///
  /// @param mark the mark by which the processes that it starts are found
  public static ProcessBuilder wired(List<String> command, String mark) {
    var wired = new ArrayList<>(List.of("/bin/sh", "-c", WIRING, "duet"));
    wired.addAll(command);
    var builder = new ProcessBuilder(wired);
    builder.environment().put(ChildProcesses.MARK, mark);
    return builder;
  }
}
