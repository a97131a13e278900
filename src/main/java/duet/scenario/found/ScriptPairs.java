package duet.scenario.found;

import duet.scenario.InputFault;
import duet.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Pairs of scripts on disk: files with the same stem are one scenario.
public final class ScriptPairs {
  /// The extension of a Jupyter notebook, which the Python lane plays.
  public static final String NOTEBOOK = "ipynb";

  private static final String PYTHON = "py";
  private static final Set<String> EXTENSIONS = Set.of(PYTHON, NOTEBOOK, "java");

  /// Files that only other files use.
  private static final Set<String> NO_SCRIPTS =
      Set.of("__init__.py", "module-info.java", "package-info.java");

  private ScriptPairs() {}

  /// Whether a word on the command line is a path, not the name of a scenario.
  public static boolean looksLikePath(String word) {
    return EXTENSIONS.contains(extension(Path.of(word))) || Files.exists(Path.of(word));
  }

  /// The scenarios in a learner's own files and folders. Two files with one stem are one scenario,
  /// wherever they are; `lost_update.py` and `LostUpdate.java` count as one stem.
  ///
  /// @throws InputFault for a path that does not exist or cannot be played, and for a declaration
  ///   that is not understood
  public static List<Scenario> scenarios(List<Path> paths) throws InputFault {
    var files = new ArrayList<Path>();
    for (Path path : paths) {
      playable(path).stream().filter(file -> !files.contains(file)).forEach(files::add);
    }
    for (Path file : files) {
      for (Path earlier : files.subList(0, files.indexOf(file))) {
        if (key(file).equals(key(earlier)) && extension(file).equals(extension(earlier))) {
          throw InputFault.usage(
              earlier + " and " + file + " have the same stem in one language",
              "Play them in two commands.");
        }
      }
    }
    var scenarios = new ArrayList<Scenario>();
    for (Map<String, Path> pair : pairs(files)) {
      Path first = pair.values().iterator().next();
      Path folder = Optional.ofNullable(first.getParent()).orElse(Path.of(""));
      String name = name(pair);
      scenarios.add(Declarations.in(List.of(folder)).of(name).scenario("", pair));
    }
    return scenarios;
  }

  private static List<Path> playable(Path path) throws InputFault {
    if (Files.isDirectory(path)) {
      List<Path> files = in(path);
      if (files.isEmpty()) {
        throw new InputFault(
            InputFault.Fault.NOTHING_TO_PLAY,
            "there is nothing to play in " + path,
            "Put a .py and a .java file of one name into it. 'duet batch' plays the folders in"
                + " it.");
      }
      return files;
    }
    if (!Files.exists(path)) {
      throw InputFault.usage("there is no file " + path, "Check the path, or see 'duet list'.");
    }
    if (!EXTENSIONS.contains(extension(path))) {
      throw InputFault.usage(
          "cannot play " + path, "Duet plays .py, .ipynb and .java files, and folders of them.");
    }
    return List.of(path);
  }

  /// Files as scenarios, each by extension, in the order of their first files. A second file with
  /// one stem in one language is a scenario of its own. So is a notebook beside a `.py` file; a
  /// Java file belongs to the latter.
  static List<Map<String, Path>> pairs(List<Path> files) {
    var pairs = new LinkedHashMap<String, Map<String, Path>>();
    List<Path> notebooksLast =
        files.stream()
            .sorted(Comparator.comparing(file -> extension(file).equals(NOTEBOOK)))
            .toList();
    for (Path file : notebooksLast) {
      String language = extension(file).equals(NOTEBOOK) ? PYTHON : extension(file);
      String key = key(file);
      while (isTaken(pairs.getOrDefault(key, Map.of()), language)) {
        key += " ";
      }
      pairs.computeIfAbsent(key, _ -> new LinkedHashMap<>()).put(extension(file), file);
    }
    return List.copyOf(pairs.values());
  }

  private static boolean isTaken(Map<String, Path> pair, String language) {
    return pair.containsKey(language) || (language.equals(PYTHON) && pair.containsKey(NOTEBOOK));
  }

  /// The scripts of that name in a folder, by extension.
  static Map<String, Path> named(String name, Path folder) {
    return pairs(in(folder)).stream()
        .filter(pair -> name(pair).equals(name))
        .findFirst()
        .orElse(Map.of());
  }

  /// The name of a scenario: that of its Python script, if there is one.
  static String name(Map<String, Path> pair) {
    for (String extension : List.of(PYTHON, NOTEBOOK)) {
      Path script = pair.get(extension);
      if (script != null) {
        return stem(script);
      }
    }
    return stem(pair.values().iterator().next());
  }

  /// Whether a file is a script of that name: `lost_update` is also `LostUpdate`.
  public static boolean isNamed(Path file, String name, String extension) {
    return extension(file).equals(extension) && key(file).equals(key(Path.of(name + ".")));
  }

  /// The scripts directly in a folder, sorted by name; none where there is no such folder.
  static List<Path> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> !NO_SCRIPTS.contains(file.getFileName().toString()))
          .filter(file -> EXTENSIONS.contains(extension(file)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  static String extension(Path file) {
    Path name = file.getFileName();
    String text = name == null ? "" : name.toString();
    return text.substring(text.lastIndexOf('.') + 1);
  }

  private static String key(Path file) {
    return stem(file).replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
  }
}
