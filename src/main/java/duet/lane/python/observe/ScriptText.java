package duet.lane.python.observe;

import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import duet.scenario.found.Notebook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/// A script as it was read.
///
/// @param codePath what Python makes of its path: without `./`, and of a link its target
/// @param texts its texts, by what follows the path in their names: nothing, or of a notebook's
///   cells such as `, cell 2`
public record ScriptText(Path path, String codePath, Map<String, String> texts) {
  /// What follows the path of a notebook in the name of a cell's source.
  static final String CELL = ", cell ";

  public ScriptText {
    texts = Map.copyOf(texts);
  }

  /// A notebook as it was read.
  public static ScriptText of(Path path, String codePath, Notebook notebook) {
    var texts = new HashMap<String, String>();
    for (Notebook.Cell cell : notebook.cells()) {
      texts.put(", " + cell.name().replaceFirst(" \\(.*", ""), cell.source());
    }
    return new ScriptText(path, codePath, texts);
  }

  /// Whether a piece of code is the script's.
  ///
  /// @param codePath the script's
  static boolean has(String codePath, Source source) {
    String name = nameOf(source);
    return name.equals(codePath) || name.startsWith(codePath + CELL);
  }

  private static String nameOf(Source source) {
    return source.getPath() == null ? source.getName() : source.getPath();
  }

  /// File and line of a piece of code, such as `dead.py:9`; empty where it is not the script's.
  String placeOf(SourceSection section) {
    Source source = section.getSource();
    return has(codePath, source)
        ? path.getFileName()
            + nameOf(source).substring(codePath.length())
            + ":"
            + section.getStartLine()
        : "";
  }

  /// File and line of the only line that has this piece, empty where there is none or more than
  /// one.
  String onlyPlaceOf(String piece) {
    var found = new ArrayList<String>();
    texts.forEach(
        (name, text) -> {
          String[] lines = text.split("\n", -1);
          for (int i = 0; i < lines.length; i++) {
            if (lines[i].contains(piece)) {
              found.add(path.getFileName() + name + ":" + (i + 1));
            }
          }
        });
    return found.size() == 1 ? found.getFirst() : "";
  }
}
