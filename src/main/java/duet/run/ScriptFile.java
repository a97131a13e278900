package duet.run;

import duet.scenario.Scenario;
import duet.scenario.file.SourceEncoding;
import duet.scenario.file.TextFile;
import duet.scenario.file.UnreadableFile;
import duet.scenario.found.Notebook;
import duet.scenario.found.ScriptPairs;
import java.nio.file.Path;
import java.util.Set;

/// Reads a script's text from its file, as its host gets it.
final class ScriptFile {
  private ScriptFile() {}

  /// The file's text; of a notebook only its code.
  ///
  /// @param scenario the script's: it says where the file has to be, and which errors are expected
  /// @param encoding the language's
  /// @throws UnreadableFile when it cannot be read, or there is nothing in it that can be played
  static String read(Path file, Scenario scenario, SourceEncoding encoding) throws UnreadableFile {
    boolean isNotebook = file.toString().endsWith("." + ScriptPairs.NOTEBOOK);
    int largest = isNotebook ? TextFile.LARGEST_NOTEBOOK : TextFile.LARGEST;
    String text = TextFile.read(file, scenario.bounds(), largest, encoding);
    if (text.isBlank()) {
      throw new UnreadableFile(
          ": the file is empty, there is nothing to play", "Write a script into it.");
    }
    return isNotebook ? code(text, scenario.expectations().errors().keySet()) : text;
  }

  private static String code(String text, Set<String> mayFail) throws UnreadableFile {
    String code;
    try {
      code = Notebook.of(text).withoutOutputs(mayFail);
    } catch (IllegalArgumentException e) {
      throw new UnreadableFile(
          ": " + e.getMessage(), "Duet plays notebooks of nbformat 4 in Python.");
    }
    if (code.length() > TextFile.LARGEST) {
      throw new UnreadableFile(": its code is larger than 1 MiB", "Divide it among notebooks.");
    }
    return code;
  }
}
