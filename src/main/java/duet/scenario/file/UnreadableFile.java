package duet.scenario.file;

/// A file of a scenario that Duet does not read. It says what is wrong and what to do next.
public final class UnreadableFile extends Exception {
  private final String problem;
  private final String next;

  /// @param problem what follows the file's name in a sentence, such as ` is a folder`
  /// @param next what to do about it, as a sentence
  public UnreadableFile(String problem, String next) {
    super(problem);
    this.problem = problem;
    this.next = next;
  }

  /// What is wrong, without a full stop.
  ///
  /// @param file the file, as the reader knows it: its name or its path
  public String problem(Object file) {
    return VisibleText.of(file) + problem;
  }

  /// What to do next.
  public String next() {
    return next;
  }

  /// The whole explanation.
  ///
  /// @param file the file, as the reader knows it: its name or its path
  public String sentences(Object file) {
    return problem(file) + ". " + next;
  }
}
