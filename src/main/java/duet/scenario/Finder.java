package duet.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// Finds every scenario below some folders: each folder with scripts is a module. A folder
/// `python-originals` beside a folder `scripts` has the Python halves of what is in there, in
/// folders of the same names.
public final class Finder {
  private static final String JAVA_SIDE = "scripts";
  private static final String PYTHON_SIDE = "python-originals";

  /// Folders into which builds and tools write.
  private static final Set<String> BUILD_OUTPUT =
      Set.of("target", "build", "out", "bin", "dist", "node_modules", "__pycache__");

  /// Files by which others mark folders that hold nothing of the user's: a virtual environment of
  /// Python's (PEP 405), and a cache (Cache Directory Tagging Specification).
  private static final List<String> MARKS = List.of("pyvenv.cfg", "CACHEDIR.TAG");

  private final List<PathMatcher> include;
  private final List<PathMatcher> exclude;
  private final boolean lessonsCount;
  private final Consumer<String> notices;
  private final Set<Path> seen = new HashSet<>();

  /// @param lessonsCount whether a folder with a lesson is a module though it has no scripts
  private Finder(
      List<PathMatcher> include,
      List<PathMatcher> exclude,
      boolean lessonsCount,
      Consumer<String> notices) {
    this.include = include;
    this.exclude = exclude;
    this.lessonsCount = lessonsCount;
    this.notices = notices;
  }

  /// A folder with scripts, and what it is called.
  private record Place(String module, Path folder, Optional<Path> twin) {
    List<Path> folders() {
      return Stream.concat(Stream.of(folder), twin.stream()).toList();
    }

    /// The one of them that has the lesson, if there is one.
    Optional<Path> ofLesson() {
      return folders().stream().filter(f -> Files.exists(f.resolve(FrontMatter.FILE))).findFirst();
    }
  }

  /// Finds them, in an order that depends on nothing but names and lessons. A scenario's path
  /// begins below the folder that was named, or with that folder where there are several.
  ///
  /// @param include glob patterns, of which one fits; every scenario where there are none
  /// @param exclude glob patterns, of which none fits
  /// @param notices hears of folders that cannot be read
  /// @throws InputFault when a folder is missing, a pattern is none, or a declaration is not
  ///   understood
  public static List<Scenario> find(
      List<Path> folders, List<String> include, List<String> exclude, Consumer<String> notices)
      throws InputFault {
    var finder = new Finder(matchers(include), matchers(exclude), false, notices);
    var scenarios = new ArrayList<Scenario>();
    for (Path folder : folders) {
      scenarios.addAll(finder.below(folder, folders.size() > 1 ? called(folder, folders) : ""));
    }
    return List.copyOf(scenarios);
  }

  private static List<PathMatcher> matchers(List<String> globs) throws InputFault {
    var matchers = new ArrayList<PathMatcher>();
    for (String glob : globs) {
      try {
        matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + glob));
      } catch (PatternSyntaxException e) {
        throw InputFault.usage(
            "'" + glob + "' is no pattern: " + e.getDescription(),
            "Patterns are like those of a shell: 04-*, '**/lock', '*_draft'.");
      }
    }
    return matchers;
  }

  /// What a folder is called among others: its name, or its whole path where another has that name.
  public static String called(Path folder, List<Path> all) {
    boolean alone =
        all.stream().filter(other -> lastName(other).equals(lastName(folder))).count() == 1;
    return alone ? lastName(folder) : folder.normalize().toString().replace('\\', '/');
  }

  private static String lastName(Path folder) {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  /// Finds modules in the same way, those too that have a lesson and no scripts. Where the folder
  /// is itself one, it is called by its name.
  ///
  /// @throws InputFault when the folder is missing, or a declaration is not understood
  public static List<ModuleFolder> modules(Path folder, Consumer<String> notices)
      throws InputFault {
    boolean isModule = Files.exists(folder.resolve(FrontMatter.FILE));
    return new Finder(List.of(), List.of(), true, notices)
        .modules(folder, isModule ? lastName(folder) : "");
  }

  private List<Scenario> below(Path root, String prefix) throws InputFault {
    return modules(root, prefix).stream().flatMap(module -> module.scenarios().stream()).toList();
  }

  private List<ModuleFolder> modules(Path root, String prefix) throws InputFault {
    if (!Files.isDirectory(root)) {
      throw InputFault.usage(
          "there is no folder " + root, "'duet run' plays single files; batch plays folders.");
    }
    var places = new LinkedHashSet<Place>();
    walk(root, prefix, places);
    var modules = new ArrayList<ModuleFolder>();
    for (Place place : places) {
      module(place).ifPresent(modules::add);
    }
    modules.sort(Comparator.comparingInt(ModuleFolder::order).thenComparing(ModuleFolder::name));
    return List.copyOf(modules);
  }

  private void walk(Path folder, String name, Set<Place> places) {
    List<Path> folders;
    try (Stream<Path> entries = Files.list(folder)) {
      if (!seen.add(folder.toRealPath())) {
        return; // a link to where we have been, perhaps from within
      }
      folders = entries.filter(Files::isDirectory).filter(Finder::isWorthALook).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      notices.accept("cannot read " + folder + ", which is left out: " + e.getMessage());
      return;
    }
    Optional<Path> twin = twin(folder);
    if (twin.isEmpty() || seen.add(real(twin.get()))) {
      places.add(new Place(name, folder, twin));
    }
    for (Path below : folders) {
      String own = below.getFileName().toString();
      walk(below, name.isEmpty() ? own : name + "/" + own, places);
    }
  }

  private static boolean isWorthALook(Path folder) {
    boolean isOfLesson =
        folder.endsWith(ModuleFolder.EXERCISES)
            && Files.exists(folder.resolveSibling(FrontMatter.FILE));
    return !isOfLesson && !isOfOthers(folder);
  }

  /// Whether a folder holds nothing that its user has written: it is hidden, or a build or a tool
  /// has made it.
  public static boolean isOfOthers(Path folder) {
    String name = folder.getFileName().toString();
    return name.startsWith(".")
        || BUILD_OUTPUT.contains(name)
        || MARKS.stream().anyMatch(mark -> Files.exists(folder.resolve(mark)));
  }

  /// The folder with the other halves of its scenarios.
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

  private Optional<ModuleFolder> module(Place place) throws InputFault {
    var files = new ArrayList<Path>();
    place.folders().forEach(folder -> files.addAll(Sources.in(folder)));
    var pairs = Sources.pairs(files);
    var wanted = new ArrayList<Map<String, Path>>();
    var names = new ArrayList<String>();
    for (Map<String, Path> pair : pairs) {
      String name = Sources.name(pair);
      String free =
          names.contains(name) ? pair.values().iterator().next().getFileName().toString() : name;
      if (isWanted(place.module().isEmpty() ? free : place.module() + "/" + free)) {
        names.add(free);
        wanted.add(pair);
      }
    }
    if (wanted.isEmpty() && !(lessonsCount && place.ofLesson().isPresent())) {
      return Optional.empty();
    }
    var scenarios = new ArrayList<Scenario>();
    for (int i = 0; i < wanted.size(); i++) {
      scenarios.add(
          Sources.declaration(place.folders(), names.get(i))
              .scenario(place.module(), wanted.get(i)));
    }
    Path home = place.ofLesson().orElse(place.folder());
    FrontMatter lesson = FrontMatter.of(home);
    List<String> listed = lesson.scenarios().stream().map(Declaration::name).toList();
    scenarios.sort(
        Comparator.comparingInt(
                (Scenario s) ->
                    listed.contains(s.name()) ? listed.indexOf(s.name()) : listed.size())
            .thenComparing(Scenario::name));
    return Optional.of(ModuleFolder.of(place.module(), home, lesson, scenarios));
  }

  /// Whether a scenario is to be played: patterns fit its path, its name, or a folder that it is
  /// in.
  private boolean isWanted(String path) {
    return (include.isEmpty() || fitsAny(include, path)) && !fitsAny(exclude, path);
  }

  private static boolean fitsAny(List<PathMatcher> matchers, String text) {
    Path path = Path.of(text);
    for (PathMatcher matcher : matchers) {
      if (matcher.matches(path.getFileName())) {
        return true;
      }
      for (Path at = path; at != null; at = at.getParent()) {
        if (matcher.matches(at)) {
          return true;
        }
      }
    }
    return false;
  }
}
