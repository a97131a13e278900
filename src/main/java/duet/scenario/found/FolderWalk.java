package duet.scenario.found;

import duet.scenario.declared.FrontMatter;
import duet.scenario.file.FileBounds;
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

  private final boolean isOwn;

  /// @param notices hears of folders that cannot be read
  /// @param isOwn whether the folders are the user's own, so that links may lead anywhere
  FolderWalk(Consumer<String> notices, boolean isOwn) {
    this.notices = notices;
    this.isOwn = isOwn;
  }

  /// Walks through a folder and all folders below it.
  ///
  /// @param name what the folder is called
  void walk(Path root, String name) {
    try {
      walk(root, name, isOwn ? FileBounds.NONE : bounds(root));
    } catch (IOException e) {
      tell(root, e);
    }
  }

  /// A folder and its twin beside it are one, unless the twin is a link to another place.
  private static FileBounds bounds(Path root) throws IOException {
    Optional<Path> twin = twin(root);
    Optional<Path> side = side(root.toAbsolutePath().normalize());
    boolean isBeside =
        side.isPresent()
            && twin.isPresent()
            && FileBounds.within(side.get().resolveSibling("")).has(twin.get());
    return isBeside ? FileBounds.within(root, twin.get()) : FileBounds.within(root);
  }

  private void walk(Path folder, String name, FileBounds bounds) {
    Optional<Path> twin = twin(folder).filter(other -> isWithin(bounds, other));
    var below = new TreeMap<String, Path>();
    try {
      if (!visited.add(folder.toRealPath())) {
        return;
      }
      if (twin.isPresent()) {
        below.putAll(foldersIn(twin.get(), bounds)); // some of them may have no half here
      }
      below.putAll(foldersIn(folder, bounds));
    } catch (IOException | UncheckedIOException e) {
      tell(folder, e);
      return;
    }
    if (placed.add(real(folder))) {
      twin.ifPresent(other -> placed.add(real(other)));
      found.add(new ScriptFolder(name, folder, twin, bounds));
    }
    below.forEach((own, inner) -> walk(inner, name.isEmpty() ? own : name + "/" + own, bounds));
  }

  private void tell(Path folder, Exception e) {
    notices.accept("cannot read " + folder + ", so it is left out: " + e.getMessage());
  }

  private boolean isWithin(FileBounds bounds, Path folder) {
    boolean isWithin = bounds.has(folder);
    if (!isWithin) {
      notices.accept(
          folder
              + " is a link to a folder outside of "
              + bounds.folders().getFirst()
              + ", so it is left out");
    }
    return isWithin;
  }

  /// The folders that this walk has found so far.
  List<ScriptFolder> found() {
    return List.copyOf(found);
  }

  private Map<String, Path> foldersIn(Path folder, FileBounds bounds) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .filter(FolderWalk::isWorthALook)
          .filter(inner -> isWithin(bounds, inner))
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
    return side(whole)
        .map(
            side -> {
              boolean isJava = side.endsWith(JAVA_SIDE);
              Path other = side.resolveSibling(isJava ? PYTHON_SIDE : JAVA_SIDE);
              return other.resolve(side.relativize(whole));
            })
        .filter(Files::isDirectory);
  }

  /// The folder of the one side that a folder is in, or is, if it is in one.
  private static Optional<Path> side(Path whole) {
    for (Path at = whole; at.getFileName() != null; at = Objects.requireNonNull(at.getParent())) {
      if (at.endsWith(JAVA_SIDE) || at.endsWith(PYTHON_SIDE)) {
        return Optional.of(at);
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
