package duet.cli;

import duet.scenario.Scenario;
import duet.scenario.file.TextFile;
import duet.scenario.file.UnreadableFile;
import duet.scenario.found.Notebook;
import duet.scenario.found.ScriptPairs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The outputs that are saved in a notebook. With `--outputs`, Duet expects them of its cells.
final class SavedOutputs {
  /// In characters. The log has all of the saved output in the play's first line.
  private static final int LARGEST = 1_000_000;

  private SavedOutputs() {}

  /// The scenario, with its notebook's saved outputs as expectations. A notebook that cannot be
  /// read stays as it is: playing it shows the error.
  ///
  /// @param notice receives a message if a notebook has too much saved output
  static Scenario expected(Scenario scenario, Consumer<String> notice) {
    Path file = scenario.sources().get(ScriptPairs.NOTEBOOK);
    if (file == null) {
      return scenario;
    }
    try {
      Notebook notebook =
          Notebook.of(TextFile.read(file, scenario.bounds(), TextFile.LARGEST_NOTEBOOK));
      Map<String, List<String>> saved = notebook.outputs();
      if (saved.values().stream().flatMap(List::stream).mapToInt(String::length).sum() > LARGEST) {
        notice.accept(file + " has too much saved output to compare; Duet only plays its cells");
        return scenario;
      }
      return scenario.expecting(scenario.expectations().withOutputs(saved, notebook.errors()));
    } catch (UnreadableFile | IllegalArgumentException e) {
      return scenario;
    }
  }
}
