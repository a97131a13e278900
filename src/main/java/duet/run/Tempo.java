package duet.run;

/// Whether lanes play at the same time.
public enum Tempo {
  /// All start at the same "go".
  TOGETHER,
  /// One after the other, each with the machine to itself.
  IN_TURN;

  /// The words used on screen and in JSON.
  public String words() {
    return this == TOGETHER ? "together" : "in turn";
  }
}
