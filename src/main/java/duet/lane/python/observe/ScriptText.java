package duet.lane.python.observe;

import com.oracle.truffle.api.source.Source;
import java.nio.file.Path;

/// A script as it was read.
public record ScriptText(Path path, String text) {
  /// What follows the path of a notebook in the name of a cell's source.
  static final String CELL = ", cell ";

  /// Whether a piece of code is the script's.
  ///
  /// @param path the script's
  static boolean has(String path, Source source) {
    String name = source.getPath() == null ? source.getName() : source.getPath();
    return name.equals(path) || name.startsWith(path + CELL);
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
