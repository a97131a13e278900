package duet.scenario.file;

/// A file of a scenario that Duet does not read. It says what is wrong and what to do next.
public final class UnreadableFile extends Exception {
  /// @param problem what follows the file's name in a sentence, such as ` is a folder. …`
  public UnreadableFile(String problem) {
    super(problem);
  }

  /// The whole explanation.
  ///
  /// @param file the file, as the reader knows it: its name or its path
  public String of(Object file) {
    return file + String.valueOf(getMessage());
  }
}
