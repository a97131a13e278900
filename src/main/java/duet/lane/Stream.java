package duet.lane;

/// Where a script printed a line.
public enum Stream {
  OUT,
  ERR;

  /// The word used in JSON.
  public String word() {
    return this == OUT ? "out" : "err";
  }
}
