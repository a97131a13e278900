package duet.lane.java.compile;

import duet.lane.java.source.JavaText;
import duet.scenario.NeighbourFiles.Neighbour;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/// What is compiled: a script and the files that it may use.
///
/// @param file the script's file, of which only the name counts
/// @param preview whether preview features are allowed
/// @param classPath jar files and folders of class files
public record JavaProgram(
    Path file, String text, List<Neighbour> neighbours, boolean preview, List<Path> classPath) {
  private static final String SUFFIX = ".java";

  public JavaProgram {
    neighbours = List.copyOf(neighbours);
    classPath = List.copyOf(classPath);
  }

  /// A script that uses no other file.
  public static JavaProgram of(Path file, String text) {
    return new JavaProgram(file, text, List.of(), false, List.of());
  }

  /// Whether it compiles to the same classes as long as no file changes that is known here. Folders
  /// of class files may change at any place.
  public boolean isLasting() {
    return classPath.stream().noneMatch(Files::isDirectory);
  }

  /// The name of its file.
  public String name() {
    return String.valueOf(file.getFileName());
  }

  /// The binary name of the class that a neighbour is called after.
  static String className(Neighbour neighbour) {
    return neighbour.name().replace(SUFFIX, "").replace('/', '.');
  }

  /// The neighbours whose classes some string names, such as one that is loaded by its name. The
  /// compiler does not find them itself.
  List<Neighbour> quoted() {
    if (neighbours.isEmpty()) {
      return List.of();
    }
    var quoted = new HashSet<>(JavaText.of(text).quoted());
    neighbours.forEach(one -> quoted.addAll(JavaText.of(one.text()).quoted()));
    return neighbours.stream().filter(one -> quoted.contains(className(one))).toList();
  }
}
