package duet.run;

/// Whether lanes play at the same time.
public enum Tempo {
  /// All start at the same "go".
  TOGETHER,
  /// Each lane starts when the one before it has ended, and has the machine to itself.
  IN_TURN;

  /// The words used on screen and in JSON.
  public String words() {
    return this == TOGETHER ? "together" : "in turn";
  }
}
