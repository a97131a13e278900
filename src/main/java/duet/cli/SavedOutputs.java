package duet.cli;

import duet.scenario.Scenario;
import duet.scenario.found.Notebook;
import duet.scenario.found.ScriptPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The outputs that a notebook has saved, which `--outputs` expects of its cells.
final class SavedOutputs {
  /// In characters. All of it is in the line with which a play begins in the log.
  private static final int LARGEST = 1_000_000;

  private SavedOutputs() {}

  /// The scenario, whose notebook is to print what it has saved. One that cannot be read says so
  /// when it is played.
  ///
  /// @param notice is told about a notebook that has saved too much
  static Scenario expected(Scenario scenario, Consumer<String> notice) {
    Path file = scenario.sources().get(ScriptPairs.NOTEBOOK);
    if (file == null) {
      return scenario;
    }
    try {
      Map<String, List<String>> saved = Notebook.of(Files.readString(file)).outputs();
      if (saved.values().stream().flatMap(List::stream).mapToInt(String::length).sum() > LARGEST) {
        notice.accept(
            file + " has saved more output than can be compared; its cells are only played");
        return scenario;
      }
      return scenario.expecting(scenario.expectations().withOutputs(saved));
    } catch (IOException | IllegalArgumentException e) {
      return scenario;
    }
  }
}
