package duet.console;

import java.util.ArrayList;
import java.util.List;

/// Breaks sentences into lines between words.
public final class WordWrap {
  private WordWrap() {}

  /// Lines of at most this width; one line if the width is 0.
  public static List<String> wrap(String text, int width) {
    if (width <= 0) {
      return List.of(text);
    }
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && Cells.columns(line + " " + word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
