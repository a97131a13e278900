package duet.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The user's private copies of scenarios, which he may change; the course itself stays as it is.
///
/// @param state where they are kept
public record Copies(StateFolder state) {
  private static final String FOLDER = "copies";

  /// The scenario with the user's copy of its scripts, where he has one. His own files have none.
  public Scenario of(Scenario scenario) {
    if (scenario.module().isEmpty()) {
      return scenario;
    }
    var files = new LinkedHashMap<String, Path>(scenario.sources());
    Path folder = path(scenario);
    files.replaceAll(
        (_, file) -> {
          Path copy = folder.resolve(file.getFileName());
          return Files.exists(copy) ? copy : file;
        });
    return files.equals(scenario.sources()) ? scenario : marked(scenario, files);
  }

  /// Makes copies of a scenario's scripts, unless there are some, and returns them.
  ///
  /// @throws IOException when they cannot be written
  public List<Path> make(Scenario scenario) throws IOException {
    Path folder = Files.createDirectories(folder(scenario));
    for (Path file : scenario.sources().values()) {
      Path copy = folder.resolve(file.getFileName());
      if (!Files.exists(copy)) {
        Files.copy(file, copy);
      }
    }
    return of(scenario).sources().values().stream().sorted().toList();
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
    return state.path().resolve(FOLDER).resolve(scenario.module()).resolve(scenario.name());
  }

  private static Scenario marked(Scenario scenario, Map<String, Path> files) {
    String title = scenario.title().isEmpty() ? "your copy" : scenario.title() + " (your copy)";
    return scenario.with(title, files);
  }
}
