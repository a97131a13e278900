package duet.scenario.found;

import duet.scenario.NeighbourFiles.Neighbour;
import duet.scenario.NeighbourSearch;
import duet.scenario.Scenario;
import duet.scenario.ScriptLanguage;
import duet.scenario.ScriptLanguages;
import duet.scenario.file.TextFile;
import duet.scenario.file.UnreadableFile;
import duet.scenario.file.WholeFile;
import duet.scenario.folder.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The user's private copies of scenarios, which the user may change; the course itself stays as it
/// is. A hidden copy of the original lies beside each of them. So an unchanged copy follows the
/// course, and Duet knows when the original of a changed copy is out of date.
///
/// @param state where they are
/// @param course the course that they belong to; empty for Duet's own
/// @param languages know which files scripts use, which are copied, too
public record PrivateCopies(StateFolder state, String course, ScriptLanguages languages) {
  private static final String FOLDER = "copies";
  private static final String ORIGINALS = ".start";

  /// The copies of Duet's own course.
  public PrivateCopies(StateFolder state, ScriptLanguages languages) {
    this(state, "", languages);
  }

  /// The scenario with the user's copy of its scripts, if there is one. The user's own files have
  /// none.
  public Scenario of(Scenario scenario) {
    if (scenario.module().isEmpty()) {
      return scenario;
    }
    var files = new LinkedHashMap<String, Path>(scenario.sources());
    files.replaceAll((_, file) -> copy(scenario, file).orElse(file));
    return files.equals(scenario.sources()) ? scenario : marked(scenario, files);
  }

  /// The user's copy of a script, even if the user renamed it as the language requires:
  /// `lost_update.java` to `LostUpdate.java`.
  private Optional<Path> copy(Scenario scenario, Path file) {
    Path folder = path(scenario);
    Path copy = folder.resolve(file.getFileName());
    return Files.exists(copy)
        ? Optional.of(copy)
        : ScriptPairs.filesIn(folder).stream()
            .filter(
                other -> ScriptPairs.isNamed(other, scenario.name(), ScriptPairs.extension(file)))
            .findFirst();
  }

  /// Copies a scenario's scripts, unless there are copies, and returns them. Unchanged copies are
  /// brought up to date.
  ///
  /// @throws IOException when they cannot be written
  public List<Path> make(Scenario scenario) throws IOException {
    Path folder = Files.createDirectories(folder(scenario));
    Path originals = Files.createDirectories(folder.resolve(ORIGINALS));
    for (Path file : scenario.sources().values()) {
      Path original = originals.resolve(file.getFileName());
      Path copy = copy(scenario, file).orElse(folder.resolve(file.getFileName()));
      bring(file, original, copy);
      for (Neighbour one : neighbours(scenario, file)) {
        bring(one.file(), originals.resolve(one.name()), folder.resolve(one.name()));
      }
    }
    return of(scenario).sources().values().stream().sorted().toList();
  }

  private static void bring(Path file, Path original, Path copy) throws IOException {
    boolean isUntouched = !Files.exists(copy) || isSame(copy, file) || isSame(copy, original);
    if (isUntouched && !isSame(original, file)) {
      write(file, original);
    }
    if (isUntouched && !isSame(copy, file)) {
      write(file, copy);
    }
  }

  /// The files that a script uses; none where it cannot be read, which its play says.
  private List<Neighbour> neighbours(Scenario scenario, Path file) {
    Optional<ScriptLanguage> language = languages.ofSuffix(ScriptPairs.extension(file));
    if (language.isEmpty() || language.get().neighbours() == NeighbourSearch.NONE) {
      return List.of();
    }
    ScriptLanguage known = language.get();
    try {
      String text = TextFile.read(file, scenario.bounds(), TextFile.LARGEST, known.encoding());
      return known.neighbours().of(file, text, scenario.bounds()).files();
    } catch (UnreadableFile e) {
      return List.of();
    }
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    return Files.exists(one) && Files.mismatch(one, other) < 0;
  }

  /// Writes the whole file or nothing. The user may change it, even if the original is read-only.
  private static void write(Path from, Path to) throws IOException {
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    WholeFile.<RuntimeException>replace(to, half -> Files.write(half, Files.readAllBytes(from)));
  }

  /// The originals of the user's copies, as they were copied, by extension.
  public Map<String, Path> originals(Scenario scenario) {
    var files = new LinkedHashMap<String, Path>(scenario.sources());
    files.replaceAll(
        (_, file) -> {
          Path original = path(scenario).resolve(ORIGINALS).resolve(file.getFileName());
          return Files.exists(original) ? original : file;
        });
    return files;
  }

  /// Whether the original of one of the user's copies has changed since.
  ///
  /// @throws IOException when one cannot be read
  public boolean isOutdated(Scenario scenario) throws IOException {
    for (var original : originals(scenario).entrySet()) {
      Path now = scenario.sources().getOrDefault(original.getKey(), original.getValue());
      if (!isSame(original.getValue(), now)) {
        return true;
      }
    }
    return false;
  }

  /// Goes back to the course's own scripts, and keeps the copy under another name.
  ///
  /// @return where it is now, empty where there was none
  /// @throws IOException when it cannot be moved
  public Optional<Path> reset(Scenario scenario) throws IOException {
    Path folder = path(scenario);
    if (!Files.exists(folder)) {
      return Optional.empty();
    }
    Path old = folder;
    for (int i = 1; Files.exists(old); i++) {
      old = folder.resolveSibling(folder.getFileName() + "." + i);
    }
    return Optional.of(Files.move(folder, old));
  }

  /// Saves the user's own snippets as a scenario of that name.
  ///
  /// @param texts by extension
  /// @throws UncheckedIOException when they cannot be written
  public List<Path> write(String name, Map<String, String> texts) {
    try {
      Path folder = state.folder("snippets");
      for (var text : texts.entrySet()) {
        WholeFile.write(folder.resolve(name + "." + text.getKey()), text.getValue());
      }
      return texts.keySet().stream().sorted().map(end -> folder.resolve(name + "." + end)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder(Scenario scenario) throws IOException {
    state.folder(FOLDER);
    return path(scenario);
  }

  private Path path(Scenario scenario) {
    return state
        .path()
        .resolve(FOLDER)
        .resolve(course)
        .resolve(scenario.module())
        .resolve(scenario.name());
  }

  private static Scenario marked(Scenario scenario, Map<String, Path> files) {
    String title = scenario.title().isEmpty() ? "your copy" : scenario.title() + " (your copy)";
    return scenario.with(title, files);
  }
}
