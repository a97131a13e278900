package duet.scenario.found;

import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.declared.Declaration;
import duet.scenario.declared.FrontMatter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds every scenario below some folders: each folder with scripts is a module. A folder
/// `python-originals` beside a folder `scripts` has the Python halves of what is in there, in
/// folders of the same names.
public final class ScenarioFinder {
  private static final String JAVA_SIDE = "scripts";
  private static final String PYTHON_SIDE = "python-originals";

  /// Folders into which builds and tools write.
  private static final Set<String> BUILD_OUTPUT =
      Set.of("target", "build", "out", "bin", "dist", "node_modules", "__pycache__");

  /// Files by which others mark folders that hold nothing of the user's: a virtual environment of
  /// Python's (PEP 405), and a cache (Cache Directory Tagging Specification).
  private static final List<String> MARKS = List.of("pyvenv.cfg", "CACHEDIR.TAG");

  private final ScriptPairs scripts;
  private final List<PathMatcher> include;
  private final List<PathMatcher> exclude;
  private final boolean lessonsCount;
  private final Consumer<String> notices;
  private final Consumer<String> strays;

  /// Where we have been: links may lead there again, perhaps from within.
  private final Set<Path> walked = new HashSet<>();

  /// Folders of modules, twins included, each of which belongs to one module.
  private final Set<Path> placed = new HashSet<>();

  /// @param lessonsCount whether a folder with a lesson is a module though it has no scripts
  /// @param strays hears of declarations for which there is no script
  private ScenarioFinder(
      ScriptPairs scripts,
      List<PathMatcher> include,
      List<PathMatcher> exclude,
      boolean lessonsCount,
      Consumer<String> notices,
      Consumer<String> strays) {
    this.scripts = scripts;
    this.include = include;
    this.exclude = exclude;
    this.lessonsCount = lessonsCount;
    this.notices = notices;
    this.strays = strays;
  }

  /// A folder with scripts, and what it is called.
  private record ScriptFolder(String module, Path folder, Optional<Path> twin) {
    List<Path> folders() {
      return Stream.concat(Stream.of(folder), twin.stream()).toList();
    }

    /// The one of them that has the lesson, if there is one.
    Optional<Path> ofLesson() {
      return folders().stream().filter(f -> Files.exists(f.resolve(FrontMatter.FILE))).findFirst();
    }

    /// By what a scenario in it is known in the batch.
    String path(String scenario) {
      return module.isEmpty() ? scenario : module + "/" + scenario;
    }
  }

  /// Finds them, in an order that depends on nothing but names and lessons. A scenario's path
  /// begins below the folder that was named, or with that folder where there are several.
  ///
  /// @param include glob patterns, of which one fits; every scenario where there are none
  /// @param exclude glob patterns, of which none fits
  /// @param notices hears of folders that cannot be read, and of declarations without a script
  /// @throws InputFault when a folder is missing, a pattern is none, a declaration is not
  ///   understood, or two scenarios have the same path
  public static List<Scenario> find(
      ScriptPairs scripts,
      List<Path> folders,
      List<String> include,
      List<String> exclude,
      Consumer<String> notices)
      throws InputFault {
    var finder =
        new ScenarioFinder(scripts, matchers(include), matchers(exclude), false, notices, notices);
    var scenarios = new ArrayList<Scenario>();
    for (Path folder : folders) {
      scenarios.addAll(finder.below(folder, folders.size() > 1 ? called(folder, folders) : ""));
    }
    checkPaths(scenarios);
    return List.copyOf(scenarios);
  }

  private static void checkPaths(List<Scenario> scenarios) throws InputFault {
    var known = new HashMap<String, Scenario>();
    for (Scenario scenario : scenarios) {
      Scenario same = known.put(scenario.path(), scenario);
      if (same != null) {
        throw InputFault.usage(
            "two scenarios are called " + scenario.path(),
            "Rename " + scenario.sources().values() + " or " + same.sources().values() + ".");
      }
    }
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
  public static List<ModuleFolder> modules(
      ScriptPairs scripts, Path folder, Consumer<String> notices) throws InputFault {
    boolean isModule = Files.exists(folder.resolve(FrontMatter.FILE));
    return new ScenarioFinder(scripts, List.of(), List.of(), true, notices, _ -> {})
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
    var places = new LinkedHashSet<ScriptFolder>();
    walk(root, prefix, places);
    var modules = new ArrayList<ModuleFolder>();
    for (ScriptFolder place : places) {
      module(place).ifPresent(modules::add);
    }
    modules.sort(Comparator.comparingInt(ModuleFolder::order).thenComparing(ModuleFolder::name));
    return List.copyOf(modules);
  }

  private void walk(Path folder, String name, Set<ScriptFolder> places) {
    Optional<Path> twin = twin(folder);
    var below = new TreeMap<String, Path>();
    try {
      if (!walked.add(folder.toRealPath())) {
        return;
      }
      if (twin.isPresent()) {
        below.putAll(foldersIn(twin.get())); // some of them may have no half here
      }
      below.putAll(foldersIn(folder));
    } catch (IOException | UncheckedIOException e) {
      notices.accept("cannot read " + folder + ", which is left out: " + e.getMessage());
      return;
    }
    if (placed.add(real(folder))) {
      twin.ifPresent(other -> placed.add(real(other)));
      places.add(new ScriptFolder(name, folder, twin));
    }
    below.forEach((own, inner) -> walk(inner, name.isEmpty() ? own : name + "/" + own, places));
  }

  private static Map<String, Path> foldersIn(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .filter(ScenarioFinder::isWorthALook)
          .collect(Collectors.toMap(ScenarioFinder::lastName, Function.identity()));
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

  private Optional<ModuleFolder> module(ScriptFolder place) throws InputFault {
    var files = new ArrayList<Path>();
    place.folders().forEach(folder -> files.addAll(scripts.in(folder)));
    var pairs = scripts.pairs(files);
    List<String> names = names(pairs);
    var scenarios = new ArrayList<Scenario>();
    for (int i = 0; i < pairs.size(); i++) {
      if (isWanted(place.path(names.get(i)))) {
        scenarios.add(
            scripts
                .declaration(place.folders(), names.get(i))
                .scenario(place.module(), pairs.get(i)));
      }
    }
    if (scenarios.isEmpty() && !(lessonsCount && place.ofLesson().isPresent())) {
      return Optional.empty();
    }
    Path home = place.ofLesson().orElse(place.folder());
    FrontMatter lesson = FrontMatter.of(home, scripts.languages().lanes());
    List<String> listed = lesson.scenarios().stream().map(Declaration::name).toList();
    tellStrays(place, listed, names);
    scenarios.sort(
        Comparator.comparingInt(
                (Scenario s) ->
                    listed.contains(s.name()) ? listed.indexOf(s.name()) : listed.size())
            .thenComparing(Scenario::name));
    return Optional.of(ModuleFolder.of(scripts, place.module(), home, lesson, scenarios));
  }

  /// What all scenarios of a module are called, whichever of them are wanted: as their scripts are,
  /// or by a file's whole name where another one is called so.
  private List<String> names(List<Map<String, Path>> pairs) {
    var names = new ArrayList<String>();
    for (Map<String, Path> pair : pairs) {
      String name = scripts.name(pair);
      names.add(names.contains(name) ? lastName(pair.values().iterator().next()) : name);
    }
    return names;
  }

  /// What is declared about a scenario that is not there does nothing, so one of the two names is
  /// mistyped.
  private void tellStrays(ScriptFolder place, List<String> listed, List<String> names) {
    for (Path folder : place.folders()) {
      ScriptPairs.declarations(folder).entrySet().stream()
          .filter(declared -> !names.contains(declared.getKey()))
          .forEach(declared -> strays.accept("there is no script for " + declared.getValue()));
    }
    listed.stream()
        .filter(name -> !names.contains(name) && isWanted(place.path(name)))
        .forEach(
            name ->
                strays.accept(
                    "the lesson of "
                        + place.folder()
                        + " lists "
                        + name
                        + ", which has no script"));
  }

  /// Whether a scenario is to be played: patterns fit its path, its name, or a folder that it is
  /// in.
  private boolean isWanted(String path) {
    return (include.isEmpty() || fitsAny(include, path)) && !fitsAny(exclude, path);
  }

  private static boolean fitsAny(List<PathMatcher> matchers, String text) {
    Path path = Path.of(text);
    for (PathMatcher matcher : matchers) {
      for (Path at = path; at != null; at = at.getParent()) {
        if (matcher.matches(at) || matcher.matches(at.getFileName())) {
          return true;
        }
      }
    }
    return false;
  }
}
