package duet.lane.python;

import java.nio.file.Path;

/// A script as it was read.
record ScriptText(Path path, String text) {
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
