package duet.scenario.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The folders that Duet does not leave for a scenario. Files of other people may be links to
/// anything that this user can read, and nothing of that must come into a report.
///
/// @param folders as the user knows them; none where links may lead anywhere
/// @param real the same without links
public record FileBounds(List<Path> folders, List<Path> real) {
  /// For the user's own files: a link may lead anywhere.
  public static final FileBounds NONE = new FileBounds(List.of(), List.of());

  public FileBounds {
    folders = List.copyOf(folders);
    real = List.copyOf(real);
  }

  /// Nothing outside of these folders is read. Links within them are followed.
  ///
  /// @throws IOException when one of them is not there
  public static FileBounds within(Path... folders) throws IOException {
    var real = new ArrayList<Path>();
    for (Path folder : folders) {
      real.add(folder.toRealPath());
    }
    return new FileBounds(List.of(folders), real);
  }

  /// Whether a folder is inside, wherever links lead.
  public boolean has(Path folder) {
    try {
      return isInside(folder.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  /// A file without links.
  ///
  /// @throws UnreadableFile when links lead out of the folders
  /// @throws IOException when it is not there
  Path resolve(Path file) throws IOException, UnreadableFile {
    Path resolved = file.toRealPath();
    if (!isInside(resolved)) {
      throw new UnreadableFile(
          (Files.isSymbolicLink(file) ? " is a link to a file" : " is in a linked folder")
              + " outside of "
              + folders.getFirst(),
          "Duet does not follow it: put the file itself there.");
    }
    return resolved;
  }

  private boolean isInside(Path resolved) {
    return real.isEmpty() || real.stream().anyMatch(resolved::startsWith);
  }
}
