package duet.lane.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Confines a host by means of the operating system, for scripts that nobody trusts. Bubblewrap
/// (bwrap(1)) gives the host its own root folder, which is read-only and contains the JDK, Duet,
/// the system's libraries and the script. The host sees neither the network nor other processes. A
/// [SystemCallFilter] refuses the calls that start a process or open a socket, and `ulimit` limits
/// its memory, and so the number of its threads.
public final class Sandbox {
  /// Limit of the address space. A JVM only reserves most of it.
  private static final int MEMORY_KIB = 6 << 20;

  /// The only folder that a confined host can write to. It belongs to the host and ends with it.
  static final String SCRATCH = "/scratch";

  private static final int SCRATCH_BYTES = 64 << 20;
  private static final int PROBE_SECONDS = 10;

  /// Opens the filter for bwrap and sets the memory limit, which Java cannot do for a child
  /// process.
  private static final String SHELL =
      "ulimit -v " + MEMORY_KIB + " && exec 9<\"$0\" && exec \"$@\"";

  /// What a JVM needs from a Linux system besides itself, if it exists.
  private static final List<String> SYSTEM =
      List.of(
          "/usr/lib",
          "/usr/lib64",
          "/usr/share/zoneinfo",
          "/etc/ld.so.cache",
          "/etc/localtime",
          "/etc/timezone");

  /// Folders that are often links into `/usr`.
  private static final List<String> LINKED = List.of("/lib", "/lib64");

  private Sandbox() {}

  /// Why no host can be confined on this machine; empty if it can.
  public static Optional<String> obstacle() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.of("the sandbox needs Linux");
    }
    if (SystemCallFilter.bytes().isEmpty()) {
      return Optional.of("there is no filter for this processor, " + System.getProperty("os.arch"));
    }
    try {
      Process probe =
          new ProcessBuilder("bwrap", "--unshare-all", "--ro-bind", "/", "/", "/bin/true")
              .redirectErrorStream(true)
              .start();
      String output =
          new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      boolean ended = probe.waitFor(PROBE_SECONDS, TimeUnit.SECONDS);
      return ended && probe.exitValue() == 0
          ? Optional.empty()
          : Optional.of("bwrap does not work: " + output);
    } catch (IOException e) {
      return Optional.of("there is no bwrap; Debian, Ubuntu: apt install bubblewrap");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  /// The command that starts a confined host.
  ///
  /// @param java the command that starts it unconfined
  /// @param visible the files and folders that it may read
  /// @param environment its whole environment
  /// @throws IOException when the filter cannot be written to a file
  static List<String> command(
      List<String> java, List<Path> visible, Map<String, String> environment) throws IOException {
    Path filter = Files.createTempFile("duet", ".bpf");
    filter.toFile().deleteOnExit();
    Files.write(filter, SystemCallFilter.bytes().orElseThrow());
    var command = new ArrayList<String>(List.of("/bin/sh", "-c", SHELL, filter.toString()));
    command.addAll(
        List.of(
            "bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"));
    command.addAll(List.of("--uid", "1000", "--gid", "1000", "--seccomp", "9", "--clearenv"));
    environment.forEach((name, value) -> command.addAll(List.of("--setenv", name, value)));
    command.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    command.addAll(List.of("--size", String.valueOf(SCRATCH_BYTES), "--tmpfs", SCRATCH));
    SYSTEM.forEach(path -> command.addAll(List.of("--ro-bind-try", path, path)));
    for (String path : LINKED) {
      if (Files.isSymbolicLink(Path.of(path))) {
        String target = Files.readSymbolicLink(Path.of(path)).toString();
        command.addAll(List.of("--symlink", target, path));
      } else {
        command.addAll(List.of("--ro-bind-try", path, path));
      }
    }
    for (Path path : visible) {
      command.addAll(List.of("--ro-bind", path.toString(), path.toString()));
    }
    command.addAll(List.of("--remount-ro", "/", "--chdir", SCRATCH));
    command.addAll(java);
    return command;
  }
}
