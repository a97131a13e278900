package duet.lane.sandbox;

import duet.lane.seccomp.SystemCallFilter;
import duet.scenario.file.WholeFile;
import duet.scenario.folder.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Confines a host by means of the operating system, for scripts that nobody trusts. Bubblewrap
/// (bwrap(1)) gives the host its own root folder, which is read-only and contains the JDK, Duet,
/// the system's libraries and a copy of the script. The host sees neither the network nor other
/// processes, and has no rights, whoever started Duet ([NobodyStart]). A [SystemCallFilter] allows
/// only the system calls that hosts need, and limits bound its memory, threads and files.
public final class Sandbox {
  /// The only folder that a confined host can write to. It belongs to the host and ends with it.
  public static final String SCRATCH = "/scratch";

  /// Limit of the address space. A JVM only reserves most of it.
  private static final int MEMORY_KIB = 6 << 20;

  /// Limits of threads and open files. On old kernels all threads of the user count.
  private static final int THREADS = 10_000;

  private static final int OPEN_FILES = 1_024;
  private static final int SCRATCH_BYTES = 64 << 20;

  /// Does what Java cannot do for a child process: it sets limits, opens the script ($0) and the
  /// filter ($1) for bwrap, and starts it with an empty environment. When the machine has no memory
  /// left, the kernel ends this process first. A pipe belongs to who made it, so nobody, who opens
  /// it again, has to become its owner ($2, empty if not needed).
  private static final String SHELL =
      """
      ulimit -c 0 && ulimit -v %d || exit
      ulimit -n %d 2>/dev/null
      ulimit -u %3$d 2>/dev/null || ulimit -p %3$d 2>/dev/null
      echo 1000 2>/dev/null >/proc/self/oom_score_adj
      [ -z "$2" ] || chown "$2" /dev/fd/2 /dev/fd/3 /dev/fd/4 || exit
      cd / && exec 8<"$0" 9<"$1" && shift 2 && exec env -i "$@"
      """
          .formatted(MEMORY_KIB, OPEN_FILES, THREADS);

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

  private static final List<String> DEVICES = List.of("null", "zero", "random", "urandom");

  static final List<String> NAMESPACES = List.of("user", "ipc", "pid", "net", "uts", "cgroup");

  private static final int UNABLE_TO_ABORT = 127;
  private static final int ABORTED = 134;

  private Sandbox() {}

  /// The command that starts a confined host. Descriptors 2 to 4 are its pipes.
  ///
  /// @param java the command that starts it unconfined
  /// @param visible the files and folders that it may read
  /// @param script the script, of which it gets a copy at the same place
  /// @param environment its whole environment
  /// @throws IOException when a program that the sandbox needs is not there
  public static List<String> command(
      Home home,
      List<String> java,
      List<Path> visible,
      Path script,
      Map<String, String> environment)
      throws IOException {
    Path bwrap = program("bwrap", "bubblewrap");
    if (!Files.exists(filter(home))) {
      throw new IOException("the filter is missing; build again: mvn -B package -DskipTests");
    }
    boolean asNobody = NobodyStart.isNeeded();
    var command = new ArrayList<String>(List.of("/bin/sh", "-c", SHELL));
    command.add(script.toString());
    command.add(filter(home).toString());
    command.add(asNobody ? String.valueOf(NobodyStart.NOBODY) : "");
    if (asNobody) {
      command.addAll(NobodyStart.command(bwrap, program("setpriv", "util-linux"), visible));
    }
    command.add(bwrap.toString());
    NAMESPACES.forEach(namespace -> command.add("--unshare-" + namespace));
    // As process 1, the host has no other process beside it, not even bwrap's.
    command.addAll(List.of("--as-pid-1", "--die-with-parent", "--new-session"));
    command.addAll(List.of("--cap-drop", "ALL", "--uid", "1000", "--gid", "1000"));
    command.addAll(List.of("--hostname", "duet", "--seccomp", "9", "--clearenv"));
    environment.forEach((name, value) -> command.addAll(List.of("--setenv", name, value)));
    command.addAll(fileSystem(visible, script));
    command.addAll(java);
    return command;
  }

  /// The exit status that a host would have outside. As process 1 no signal of its own ends it, so
  /// when a fault of the virtual machine makes it abort, the C library ends it in another way.
  public static int exitStatus(int status) {
    return status == UNABLE_TO_ABORT ? ABORTED : status;
  }

  /// What the host sees. Each mount comes after the ones that it lies in.
  private static List<String> fileSystem(List<Path> visible, Path script) throws IOException {
    var mounts = new ArrayList<String>(List.of("--proc", "/proc"));
    mounts.addAll(HiddenProc.arguments(Path.of("/proc")));
    for (String device : DEVICES) {
      mounts.addAll(List.of("--dev-bind", "/dev/" + device, "/dev/" + device));
    }
    mounts.addAll(List.of("--symlink", "/proc/self/fd", "/dev/fd"));
    mounts.addAll(List.of("--perms", "0700", "--size", String.valueOf(SCRATCH_BYTES)));
    mounts.addAll(List.of("--tmpfs", SCRATCH));
    SYSTEM.forEach(path -> mounts.addAll(List.of("--ro-bind-try", path, path)));
    for (String path : LINKED) {
      if (Files.isSymbolicLink(Path.of(path))) {
        String target = Files.readSymbolicLink(Path.of(path)).toString();
        mounts.addAll(List.of("--symlink", target, path));
      } else {
        mounts.addAll(List.of("--ro-bind-try", path, path));
      }
    }
    for (Path path : visible) {
      mounts.addAll(List.of("--ro-bind", path.toString(), path.toString()));
    }
    mounts.addAll(List.of("--ro-bind-data", "8", script.toString()));
    mounts.addAll(List.of("--remount-ro", "/", "--chdir", SCRATCH));
    return mounts;
  }

  /// Writes what the sandbox of this machine needs; part of the build. A file that is there already
  /// leaves nothing behind when a process is killed.
  public static void prepare(Home home) throws IOException {
    Optional<byte[]> filter = SystemCallFilter.confining();
    if (filter.isPresent()) {
      WholeFile.<RuntimeException>replace(
          filter(home), half -> Files.write(half, filter.get())); // others may be playing
    }
  }

  private static Path filter(Home home) {
    return home.program().resolve("sandbox.bpf").toAbsolutePath();
  }

  private static Path program(String name, String debianPackage) throws IOException {
    return ProgramPath.find(name)
        .orElseThrow(
            () ->
                new IOException(
                    "there is no %s; Debian, Ubuntu: apt install %s"
                        .formatted(name, debianPackage)));
  }
}
