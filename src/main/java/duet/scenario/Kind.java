package duet.scenario;

/// What a scenario does most of its time, which decides how its lanes are played.
public enum Kind {
  /// Sleeps and waits: both lanes play together.
  WAITS,
  /// Computes: the lanes play in turn, each with the machine to itself.
  CPU;

  /// The word used in front matter, in listings and in JSON.
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
