package duet.scenario.found;

import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.ScriptLanguage;
import duet.scenario.ScriptLanguages;
import duet.scenario.ScriptName;
import duet.scenario.file.FileBounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
///
/// @param languages which files are scripts, and which of them belong together
public record ScriptPairs(ScriptLanguages languages) {
  /// The file suffix of a notebook of Jupyter's.
  public static final String NOTEBOOK = "ipynb";

  /// Whether a word on the command line is a path, not the name of a scenario.
  public boolean looksLikePath(String word) {
    return isPlayable(Path.of(word)) || Files.exists(Path.of(word));
  }

  /// The scenarios in a learner's own files and folders. Two files with one stem are one scenario,
  /// wherever they are; `lost_update.py` and `LostUpdate.java` count as one stem.
  ///
  /// @throws InputFault for a path that does not exist or cannot be played
  public List<Scenario> scenarios(List<Path> paths) throws InputFault {
    return scenarios(paths, FileBounds.NONE);
  }

  /// The same in other people's files and folders. Nothing is read outside of the folders that are
  /// given, or that have a given file.
  ///
  /// @throws InputFault for a path that does not exist or cannot be played
  public List<Scenario> scenariosOfOthers(List<Path> paths) throws InputFault {
    for (Path path : paths) {
      var _ = playable(path);
    }
    try {
      Path[] folders =
          paths.stream()
              .map(path -> Files.isDirectory(path) ? path : Path.of(".").resolve(folder(path)))
              .distinct()
              .toArray(Path[]::new);
      return scenarios(paths, FileBounds.within(folders));
    } catch (IOException e) {
      throw InputFault.usage("cannot read " + e.getMessage(), "Check the paths.");
    }
  }

  private List<Scenario> scenarios(List<Path> paths, FileBounds bounds) throws InputFault {
    var files = new ArrayList<Path>();
    for (Path path : paths) {
      own(path, bounds).stream().filter(file -> !files.contains(file)).forEach(files::add);
    }
    for (Path file : files) {
      for (Path earlier : files.subList(0, files.indexOf(file))) {
        if (key(file).equals(key(earlier)) && extension(file).equals(extension(earlier))) {
          throw InputFault.usage(
              earlier + " and " + file + " have the same stem in one language",
              "Play them one after the other.");
        }
      }
    }
    var scenarios = new ArrayList<Scenario>();
    for (Map<String, Path> pair : isNamedPair(paths) ? List.of(asPair(paths)) : pairs(files)) {
      Path first = pair.values().iterator().next();
      Path folder = folder(first);
      scenarios.add(
          Declarations.in(List.of(folder), languages.lanes(), bounds)
              .scenario(name(pair), "", pair));
    }
    return scenarios;
  }

  /// Whether exactly two files were named, in two languages and with two stems. They are one
  /// scenario all the same, since somebody has named them together.
  public boolean isNamedPair(List<Path> paths) {
    return paths.size() == 2
        && paths.stream().noneMatch(Files::isDirectory)
        && !key(paths.getFirst()).equals(key(paths.getLast()))
        && !suffixesWith(paths.getFirst()).equals(suffixesWith(paths.getLast()));
  }

  private static Map<String, Path> asPair(List<Path> paths) {
    var pair = new LinkedHashMap<String, Path>();
    paths.forEach(file -> pair.put(extension(file), file));
    return pair;
  }

  /// The scripts that lie beside a script and have its stem, in other languages.
  public List<Path> partners(Path script) {
    List<String> own = suffixesWith(script);
    return in(folder(script)).stream()
        .filter(file -> key(file).equals(key(script)) && !own.contains(extension(file)))
        .toList();
  }

  private static Path folder(Path file) {
    return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
  }

  private List<Path> playable(Path path) throws InputFault {
    if (Files.isDirectory(path)) {
      if (!Files.isReadable(path)) {
        throw InputFault.usage("cannot read the folder " + path, "Make it readable.");
      }
      List<Path> files = in(path);
      if (files.isEmpty()) {
        throw new InputFault(
            InputFault.Fault.NOTHING_TO_PLAY,
            "there is nothing to play in " + path,
            "Put "
                + languages.pair()
                + " of one name into it. 'duet batch' plays the folders in it.");
      }
      return files;
    }
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw InputFault.usage("there is no file " + path, "Check the path, or see 'duet list'.");
    }
    if (!isPlayable(path)) {
      throw InputFault.usage(
          "cannot play " + path,
          "Duet plays " + languages.words("and") + " files, and folders of them.");
    }
    return List.of(path);
  }

  /// The file itself, or the scripts in a folder without those that only others use.
  private List<Path> own(Path path, FileBounds bounds) throws InputFault {
    List<Path> files = playable(path);
    if (!Files.isDirectory(path)) {
      return files;
    }
    var used = new UsedScripts(languages);
    used.add(files, bounds);
    Set<Path> others = used.found();
    return files.stream().filter(file -> !others.contains(UsedScripts.whole(file))).toList();
  }

  private boolean isPlayable(Path path) {
    return languages.suffixes().contains(extension(path));
  }

  /// Files as scenarios, each by extension, in the order of their first files. A second file with
  /// one stem in one language is a scenario of its own. So is a notebook beside a `.py` file; the
  /// other languages' scripts belong to the latter.
  List<Map<String, Path>> pairs(List<Path> files) {
    var pairs = new LinkedHashMap<String, Map<String, Path>>();
    List<Path> firstSuffixesFirst =
        files.stream()
            .sorted(Comparator.comparing(file -> suffixesWith(file).indexOf(extension(file)) > 0))
            .toList();
    for (Path file : firstSuffixesFirst) {
      List<String> language = suffixesWith(file);
      String key = key(file);
      while (isTaken(pairs.getOrDefault(key, Map.of()), language)) {
        key += " ";
      }
      pairs.computeIfAbsent(key, _ -> new LinkedHashMap<>()).put(extension(file), file);
    }
    return List.copyOf(pairs.values());
  }

  /// The suffixes of a script's language.
  private List<String> suffixesWith(Path file) {
    return languages.ofSuffix(extension(file)).map(ScriptLanguage::suffixes).orElse(List.of());
  }

  private static boolean isTaken(Map<String, Path> pair, List<String> suffixes) {
    return suffixes.stream().anyMatch(pair::containsKey);
  }

  /// The scripts of that name in a folder, by extension.
  Map<String, Path> named(String name, Path folder) {
    return pairs(in(folder)).stream()
        .filter(pair -> name(pair).equals(name))
        .findFirst()
        .orElse(Map.of());
  }

  /// The name of a scenario: that of its script in the first language.
  String name(Map<String, Path> pair) {
    for (String extension : languages.suffixes()) {
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

  /// The scripts directly in a folder, by name; none where there is no such folder.
  List<Path> in(Path folder) {
    return filesIn(folder).stream()
        .filter(file -> languages.isScript(file.getFileName().toString()))
        .toList();
  }

  /// Whatever lies directly in a folder but folders, by name; hidden files are left out. None where
  /// there is no such folder. What cannot be read is not left out: its play says so.
  static List<Path> filesIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(file -> !Files.isDirectory(file))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String stem(Path file) {
    return parts(file).stem();
  }

  static String extension(Path file) {
    return parts(file).suffix();
  }

  private static ScriptName parts(Path file) {
    Path name = file.getFileName();
    return ScriptName.of(name == null ? "" : name.toString());
  }

  private static String key(Path file) {
    return stem(file).replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
  }
}
