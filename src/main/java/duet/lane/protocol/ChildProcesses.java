package duet.lane.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The processes that a host's script has started. A host has a mark in its environment, which
/// every process below it inherits. So processes that have detached themselves, as daemons do, are
/// found too: on Linux `/proc` shows the environments (proc_pid_environ(5)). Elsewhere only
/// descendants are found.
public final class ChildProcesses {
  /// The environment variable that carries the mark.
  public static final String MARK = "DUET_HOST";

  private static final Path PROCESSES = Path.of("/proc");

  private ChildProcesses() {}

  /// Kills the child processes of this host, but not this host itself.
  public static void killOwn() {
    kill(ProcessHandle.current(), System.getenv().getOrDefault(MARK, ""));
  }

  /// Kills the child processes of a host, which may be gone already, but not the host.
  ///
  /// @param mark the host's mark
  public static void kill(ProcessHandle host, String mark) {
    host.descendants().forEach(ProcessHandle::destroyForcibly);
    if (mark.isEmpty() || !Files.isReadable(PROCESSES.resolve("self").resolve("environ"))) {
      return;
    }
    String entry = MARK + "=" + mark;
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (Path process : processes) {
        long pid = Long.parseLong(process.getFileName().toString());
        if (pid != host.pid() && pid != ProcessHandle.current().pid() && hasEntry(process, entry)) {
          ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
      }
    } catch (IOException e) {
      // There is no list of processes to search.
    }
  }

  private static boolean hasEntry(Path process, String entry) {
    try {
      byte[] environment = Files.readAllBytes(process.resolve("environ"));
      return new String(environment, StandardCharsets.ISO_8859_1).contains(entry);
    } catch (IOException e) {
      return false; // it has ended, or belongs to another user
    }
  }
}
