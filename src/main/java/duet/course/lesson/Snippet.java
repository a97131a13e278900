package duet.course.lesson;

import duet.compare.LineMask;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A script that stands in a lesson as a code block.
///
/// @param extension the extension of its language
/// @param output the lines that stand below it as its output, if some do
public record Snippet(int line, String extension, String text, Optional<List<String>> output) {
  public Snippet {
    output = output.map(List::copyOf);
  }

  /// What is expected of it, as a lesson declares it: these lines, and in their order where no two
  /// are the same.
  public Map<String, ?> expected() {
    if (output.isEmpty()) {
      return Map.of();
    }
    List<String> lines = output.get();
    List<String> inOrder = lines.stream().map(new LineMask(List.of())::regex).toList();
    boolean isOrdered = lines.size() > 1 && inOrder.stream().distinct().count() == lines.size();
    return isOrdered ? Map.of("prints", lines, "order", List.of(inOrder)) : Map.of("prints", lines);
  }

  /// What it is called among what is played.
  public String name() {
    return "line_" + line;
  }
}
