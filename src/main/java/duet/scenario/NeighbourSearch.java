package duet.scenario;

import duet.scenario.file.FileBounds;
import java.nio.file.Path;
import java.util.List;

/// How a language finds the files that a script uses. Only languages need it whose scripts are
/// compiled together with those files.
public interface NeighbourSearch {
  /// Of a language whose scripts find other files themselves, while they run.
  NeighbourSearch NONE =
      new NeighbourSearch() {
        @Override
        public NeighbourFiles of(Path script, String text, FileBounds bounds) {
          return NeighbourFiles.NONE;
        }

        @Override
        public List<Path> direct(Path script, String text, FileBounds bounds) {
          return List.of();
        }

        @Override
        public boolean isProgram(String text) {
          return true;
        }
      };

  /// The files that a script may use, directly or not; rather too many than too few.
  ///
  /// @param bounds where they have to be
  NeighbourFiles of(Path script, String text, FileBounds bounds);

  /// The files that the script itself may use, whole paths. None of them is read.
  ///
  /// @param bounds where folders have to be
  List<Path> direct(Path script, String text, FileBounds bounds);

  /// Whether a file with this text can be played; otherwise only other files can use it.
  boolean isProgram(String text);
}
