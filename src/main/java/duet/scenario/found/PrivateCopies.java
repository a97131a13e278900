package duet.scenario.found;

import duet.scenario.Scenario;
import duet.scenario.folder.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The user's private copies of scenarios, which he may change; the course itself stays as it is.
/// Beside each copy there is, hidden, what it was a copy of: so one that nobody has touched follows
/// the course, and of the others it is known when the course has gone on.
///
/// @param state where they are kept
/// @param course which course they are of; empty for Duet's own
public record PrivateCopies(StateFolder state, String course) {
  private static final String FOLDER = "copies";
  private static final String ORIGINALS = ".start";

  /// Of Duet's own course.
  public PrivateCopies(StateFolder state) {
    this(state, "");
  }

  /// The scenario with the user's copy of its scripts, where he has one. His own files have none.
  public Scenario of(Scenario scenario) {
    if (scenario.module().isEmpty()) {
      return scenario;
    }
    var files = new LinkedHashMap<String, Path>(scenario.sources());
    files.replaceAll((_, file) -> copy(scenario, file).orElse(file));
    return files.equals(scenario.sources()) ? scenario : marked(scenario, files);
  }

  /// The user's copy of a script. He may have renamed it as a language wants it: `lost_update.java`
  /// to `LostUpdate.java`.
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

  /// Makes copies of a scenario's scripts, unless there are some, and returns them. Copies that are
  /// as they were made become what the scripts are now.
  ///
  /// @throws IOException when they cannot be written
  public List<Path> make(Scenario scenario) throws IOException {
    Path folder = Files.createDirectories(folder(scenario));
    Path originals = Files.createDirectories(folder.resolve(ORIGINALS));
    for (Path file : scenario.sources().values()) {
      Path original = originals.resolve(file.getFileName());
      Path copy = copy(scenario, file).orElse(folder.resolve(file.getFileName()));
      boolean isUntouched = !Files.exists(copy) || isSame(copy, file) || isSame(copy, original);
      if (isUntouched && !isSame(original, file)) {
        write(file, original);
      }
      if (isUntouched && !isSame(copy, file)) {
        write(file, copy);
      }
    }
    return of(scenario).sources().values().stream().sorted().toList();
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    return Files.exists(one) && Files.mismatch(one, other) < 0;
  }

  /// All of it or nothing, and for the user to change, whatever a script's own rights are.
  private static void write(Path from, Path to) throws IOException {
    Path half = to.resolveSibling("." + to.getFileName() + ".new");
    Files.write(half, Files.readAllBytes(from));
    Files.move(half, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /// What the user's copies of a scenario's scripts were copies of, by extension.
  public Map<String, Path> begun(Scenario scenario) {
    var files = new LinkedHashMap<String, Path>(scenario.sources());
    files.replaceAll(
        (_, file) -> {
          Path original = path(scenario).resolve(ORIGINALS).resolve(file.getFileName());
          return Files.exists(original) ? original : file;
        });
    return files;
  }

  /// Whether some script is another by now than the one of which the user has changed a copy.
  ///
  /// @throws IOException when one cannot be read
  public boolean isOutdated(Scenario scenario) throws IOException {
    for (var begun : begun(scenario).entrySet()) {
      Path now = scenario.sources().getOrDefault(begun.getKey(), begun.getValue());
      if (!isSame(begun.getValue(), now)) {
        return true;
      }
    }
    return false;
  }

  /// Goes back to the course's own scripts. The copy is kept under another name.
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

  /// Files for snippets of the user's own, which are a scenario of that name.
  ///
  /// @param texts by extension
  /// @throws UncheckedIOException when they cannot be written
  public List<Path> write(String name, Map<String, String> texts) {
    try {
      Path folder = state.folder("snippets");
      for (var text : texts.entrySet()) {
        Files.writeString(folder.resolve(name + "." + text.getKey()), text.getValue());
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
