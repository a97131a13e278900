package duet.scenario.found;

import duet.scenario.declared.FrontMatter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A walk through folders of the user's, which finds every folder that may have scripts. A folder
/// `python-originals` beside a folder `scripts` has the Python halves, in folders of the same
/// names.
public final class FolderWalk {
  private static final String JAVA_SIDE = "scripts";
  private static final String PYTHON_SIDE = "python-originals";

  /// Folders that builds and tools write to.
  private static final Set<String> BUILD_OUTPUT =
      Set.of("target", "build", "out", "bin", "dist", "node_modules", "__pycache__");

  /// Files that mark a folder as made by a tool: a virtual environment of Python's (PEP 405), or a
  /// cache (Cache Directory Tagging Specification).
  private static final List<String> MARKS = List.of("pyvenv.cfg", "CACHEDIR.TAG");

  private final Consumer<String> notices;
  private final List<ScriptFolder> found = new ArrayList<>();

  /// Real paths of visited folders: a link may lead to one again, even from within it.
  private final Set<Path> visited = new HashSet<>();

  /// Folders that belong to a module already, twins included.
  private final Set<Path> placed = new HashSet<>();

  /// @param notices hears of folders that cannot be read
  FolderWalk(Consumer<String> notices) {
    this.notices = notices;
  }

  /// Walks through a folder and all folders below it.
  ///
  /// @param name what the folder is called
  void walk(Path folder, String name) {
    Optional<Path> twin = twin(folder);
    var below = new TreeMap<String, Path>();
    try {
      if (!visited.add(folder.toRealPath())) {
        return;
      }
      if (twin.isPresent()) {
        below.putAll(foldersIn(twin.get())); // some of them may have no half here
      }
      below.putAll(foldersIn(folder));
    } catch (IOException | UncheckedIOException e) {
      notices.accept("cannot read " + folder + ", so it is left out: " + e.getMessage());
      return;
    }
    if (placed.add(real(folder))) {
      twin.ifPresent(other -> placed.add(real(other)));
      found.add(new ScriptFolder(name, folder, twin));
    }
    below.forEach((own, inner) -> walk(inner, name.isEmpty() ? own : name + "/" + own));
  }

  /// The folders that this walk has found so far.
  List<ScriptFolder> found() {
    return List.copyOf(found);
  }

  private static Map<String, Path> foldersIn(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .filter(FolderWalk::isWorthALook)
          .collect(Collectors.toMap(FolderWalk::lastName, Function.identity()));
    }
  }

  private static boolean isWorthALook(Path folder) {
    boolean isOfLesson =
        folder.endsWith(ModuleFolder.EXERCISES)
            && Files.exists(folder.resolveSibling(FrontMatter.FILE));
    return !isOfLesson && !isOfTools(folder);
  }

  /// Whether a folder has nothing that the user wrote: it is hidden, or a build or a tool made it.
  public static boolean isOfTools(Path folder) {
    String name = folder.getFileName().toString();
    return name.startsWith(".")
        || BUILD_OUTPUT.contains(name)
        || MARKS.stream().anyMatch(mark -> Files.exists(folder.resolve(mark)));
  }

  /// The folder with the other halves of a folder's scenarios.
  private static Optional<Path> twin(Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    for (Path at = whole; at.getFileName() != null; at = Objects.requireNonNull(at.getParent())) {
      String name = at.getFileName().toString();
      if (name.equals(JAVA_SIDE) || name.equals(PYTHON_SIDE)) {
        Path other = at.resolveSibling(name.equals(JAVA_SIDE) ? PYTHON_SIDE : JAVA_SIDE);
        Path twin = other.resolve(at.relativize(whole));
        return Optional.of(twin).filter(Files::isDirectory);
      }
    }
    return Optional.empty();
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder;
    }
  }

  /// The name of a folder, even where it is given as `.`.
  static String lastName(Path folder) {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }
}
