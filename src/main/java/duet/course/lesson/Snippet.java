package duet.course.lesson;

import duet.compare.LineMask;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A script in a code block of a lesson.
///
/// @param extension the extension of its language
/// @param output the lines of the `output` block below it, if there is one
public record Snippet(int line, String extension, String text, Optional<List<String>> output) {
  public Snippet {
    output = output.map(List::copyOf);
  }

  /// What is expected of it, in the form of a declaration: these lines, in their order if no two of
  /// them are the same.
  public Map<String, ?> expected() {
    if (output.isEmpty()) {
      return Map.of();
    }
    List<String> lines = output.get();
    List<String> inOrder = lines.stream().map(new LineMask(List.of())::regex).toList();
    boolean isOrdered = lines.size() > 1 && inOrder.stream().distinct().count() == lines.size();
    return isOrdered ? Map.of("prints", lines, "order", List.of(inOrder)) : Map.of("prints", lines);
  }

  /// Its name as a scenario.
  public String name() {
    return "line_" + line;
  }
}
