package duet.lane.python.observe;

import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import java.nio.file.Path;

/// A script as it was read.
///
/// @param codePath what Python makes of its path: without `./`, and of a link its target
public record ScriptText(Path path, String codePath, String text) {
  /// What follows the path of a notebook in the name of a cell's source.
  static final String CELL = ", cell ";

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
    String[] lines = text.split("\n", -1);
    int found = -1;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].contains(piece)) {
        if (found >= 0) {
          return "";
        }
        found = i;
      }
    }
    return found < 0 ? "" : path.getFileName() + ":" + (found + 1);
  }
}
