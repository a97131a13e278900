package duet.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Scripts on disk, and how they pair up: files with the same stem are one scenario.
public final class Sources {
  private static final Set<String> EXTENSIONS = Set.of("py", "java");

  private Sources() {}

  /// Whether a word on the command line is meant as a path rather than a scenario's name.
  public static boolean looksLikePath(String word) {
    return EXTENSIONS.contains(extension(Path.of(word))) || Files.exists(Path.of(word));
  }

  /// The scenarios in a learner's own files and folders. Two files with one stem are one scenario,
  /// wherever they are; `lost_update.py` and `LostUpdate.java` count as one stem.
  ///
  /// @throws InputFault for a path that does not exist or cannot be played
  public static List<Scenario> scenarios(List<Path> paths) throws InputFault {
    var pairs = new LinkedHashMap<String, Map<String, Path>>();
    for (Path path : paths) {
      for (Path file : playable(path)) {
        Path earlier =
            pairs
                .computeIfAbsent(key(file), _ -> new LinkedHashMap<>())
                .putIfAbsent(extension(file), file);
        if (earlier != null && !earlier.equals(file)) {
          throw InputFault.usage(
              earlier + " and " + file + " have the same stem in one language",
              "Play them one after the other.");
        }
      }
    }
    return pairs.values().stream()
        .map(files -> undeclared(stem(files.values().iterator().next()), "", files))
        .toList();
  }

  private static List<Path> playable(Path path) throws InputFault {
    if (Files.isDirectory(path)) {
      List<Path> files = in(path);
      if (files.isEmpty()) {
        throw new InputFault(
            InputFault.Fault.NOTHING_TO_PLAY,
            "there is nothing to play in " + path,
            "Put a .py and a .java of the same name into it.");
      }
      return files;
    }
    if (!Files.exists(path)) {
      throw InputFault.usage("there is no file " + path, "Check the path, or see 'duet list'.");
    }
    if (!EXTENSIONS.contains(extension(path))) {
      throw InputFault.usage(
          "cannot play " + path, "Duet plays .py and .java files, and folders of them.");
    }
    return List.of(path);
  }

  static Scenario undeclared(String stem, String module, Map<String, Path> files) {
    return new Scenario(
        stem, "", module, Kind.WAITS, new Agreement.Undeclared(), List.of(), Series.NONE, files);
  }

  /// The scripts directly in a folder, by name; none where there is no such folder.
  static List<Path> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
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
