package duet.scenario;

import duet.scenario.file.FileBounds;
import duet.scenario.file.SourceEncoding;
import duet.scenario.file.TextFile;
import duet.scenario.file.UnreadableFile;
import java.nio.file.Path;

/// Reads a script, a lesson or a declaration for somebody who has asked for it: what is wrong with
/// the file is a mistake in the request.
public final class ScenarioText {
  private ScenarioText() {}

  /// The file's text.
  ///
  /// @param bounds where the file has to be
  /// @throws InputFault when it cannot be read
  public static String read(Path file, FileBounds bounds) throws InputFault {
    return read(file, bounds, SourceEncoding.UTF_8);
  }

  /// The text of a script.
  ///
  /// @param bounds where the file has to be
  /// @param encoding the language's
  /// @throws InputFault when it cannot be read
  public static String read(Path file, FileBounds bounds, SourceEncoding encoding)
      throws InputFault {
    try {
      return TextFile.read(file, bounds, TextFile.LARGEST, encoding);
    } catch (UnreadableFile e) {
      throw InputFault.usage(e.problem(file), e.next());
    }
  }
}
