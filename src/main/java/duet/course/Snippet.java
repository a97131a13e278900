package duet.course;

import java.util.List;
import java.util.Optional;

/// A script that stands in a lesson as a code block.
///
/// @param extension the extension of its language
/// @param output the lines that stand below it as its output, if some do
record Snippet(int line, String extension, String text, Optional<List<String>> output) {
  Snippet {
    output = output.map(List::copyOf);
  }

  /// What it is called among what is played.
  String name() {
    return "line_" + line;
  }
}
