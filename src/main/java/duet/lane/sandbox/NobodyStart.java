package duet.lane.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How root starts bubblewrap: as the user nobody. The kernel's settings belong to root, so a
/// process of root's may change them, even without capabilities and in a user namespace.
final class NobodyStart {
  /// The user and group "nobody" on every Linux system.
  static final int NOBODY = 65_534;

  private static final Path PROCESS = Path.of("/proc/self");

  private NobodyStart() {}

  /// Whether this process is root, and there is another user to become. In a user namespace of one
  /// user there is none, and root is that user.
  static boolean isNeeded() throws IOException {
    return Files.getAttribute(PROCESS, "unix:uid").equals(0)
        && Files.readAllLines(PROCESS.resolve("uid_map")).stream().anyMatch(NobodyStart::hasNobody);
  }

  /// Whether a line of `uid_map` (user_namespaces(7)) contains that user.
  static boolean hasNobody(String line) {
    String[] numbers = line.strip().split("\\s+");
    long first = Long.parseLong(numbers[0]);
    return first <= NOBODY && NOBODY < first + Long.parseLong(numbers[2]);
  }

  /// The command that starts another one as nobody.
  ///
  /// @param bwrap the program bwrap
  /// @param setpriv the program setpriv
  /// @param reads the files and folders that nobody has to reach
  static List<String> command(Path bwrap, Path setpriv, List<Path> reads) throws IOException {
    var command = new ArrayList<>(view(bwrap, reads));
    command.addAll(
        List.of(
            setpriv.toString(),
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups",
            "--inh-caps=-all"));
    return command;
  }

  /// Shows what lies behind folders that only root may enter, such as `/root`: the same file system
  /// with an empty folder over each of them, and in it only what is needed.
  private static List<String> view(Path bwrap, List<Path> reads) throws IOException {
    var mounts = new ArrayList<String>();
    Set<Path> covered = new HashSet<>();
    for (Path path : reads) {
      List<Path> way = wayTo(path);
      int door = 0;
      while (door < way.size() && isOpen(way.get(door))) {
        door++;
      }
      if (door < way.size()) {
        if (covered.add(way.get(door))) {
          mounts.addAll(List.of("--tmpfs", way.get(door).toString()));
        }
        for (Path folder : way.subList(door + 1, way.size())) {
          mounts.addAll(List.of("--perms", "0755", "--dir", folder.toString()));
        }
        mounts.addAll(List.of("--ro-bind", path.toString(), path.toString()));
      }
    }
    if (mounts.isEmpty()) {
      return List.of();
    }
    mounts.addAll(0, List.of(bwrap.toString(), "--die-with-parent", "--dev-bind", "/", "/"));
    return mounts;
  }

  /// The folders that a path lies in, the root first.
  private static List<Path> wayTo(Path path) {
    var way = new ArrayDeque<Path>();
    for (Path folder = path.getParent(); folder != null; folder = folder.getParent()) {
      way.addFirst(folder);
    }
    return List.copyOf(way);
  }

  private static boolean isOpen(Path folder) throws IOException {
    return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
  }
}
