package duet.course.check;

import duet.scenario.found.ModuleFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The problems that a check has found so far.
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void add(Path file, int line, String what) {
    found.add(new Problem(file, line, what));
  }

  /// A problem of a whole file.
  void add(Path file, String what) {
    add(file, 0, what);
  }

  /// A problem of what a module's lesson declares.
  void add(ModuleFolder module, String what) {
    add(module.lesson(ModuleFolder.ENGLISH).orElse(module.folder()), what);
  }

  void addAll(Problems others) {
    found.addAll(others.found);
  }

  /// In the order in which they were found.
  List<Problem> all() {
    return List.copyOf(found);
  }

  /// Each once, in the order of files and lines.
  List<Problem> sorted() {
    return found.stream()
        .sorted(
            Comparator.comparing((Problem p) -> p.file().toString()).thenComparing(Problem::line))
        .distinct()
        .toList();
  }
}
