package duet.scenario;

import java.nio.file.Path;
import java.util.List;

/// Files that lie beside a script, or in folders there, and that the script may use.
///
/// @param leftOut why further files were left out, in sentences
public record NeighbourFiles(List<Neighbour> files, List<String> leftOut) {
  /// A script that uses no other file.
  public static final NeighbourFiles NONE = new NeighbourFiles(List.of(), List.of());

  public NeighbourFiles {
    files = List.copyOf(files);
    leftOut = List.copyOf(leftOut);
  }

  /// One of these files.
  ///
  /// @param name its path from the folder in which the language looks for files, with slashes
  public record Neighbour(String name, Path file, String text) {}
}
