package duet.lane.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The entries of `/proc` that are about the machine and that a confined process does not see. It
/// sees its own process, and the few others that programs ask for.
final class HiddenProc {
  /// What stays: the own process (`self` and numbers), and what a JVM or a script asks for.
  private static final Set<String> SHOWN =
      Set.of("cpuinfo", "filesystems", "loadavg", "meminfo", "stat", "uptime", "version");

  private static final String EMPTY_BYTES = "4096";

  private HiddenProc() {}

  /// The arguments of bwrap that hide them: an empty folder over each folder, and over each file a
  /// device that cannot be opened.
  ///
  /// @param proc where this process sees the same kernel's entries
  static List<String> arguments(Path proc) throws IOException {
    var arguments = new ArrayList<String>();
    try (Stream<Path> entries = Files.list(proc)) {
      for (Path entry : entries.filter(HiddenProc::isHidden).sorted().toList()) {
        String path = Path.of("/proc").resolve(entry.getFileName()).toString();
        arguments.addAll(
            Files.isDirectory(entry)
                ? List.of("--size", EMPTY_BYTES, "--tmpfs", path, "--remount-ro", path)
                : List.of("--ro-bind", "/dev/null", path));
      }
    }
    return arguments;
  }

  private static boolean isHidden(Path entry) {
    String name = entry.getFileName().toString();
    return !Character.isDigit(name.charAt(0))
        && !SHOWN.contains(name)
        && !Files.isSymbolicLink(entry);
  }
}
