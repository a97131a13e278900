package duet.compare;

import java.util.Locale;

/// How a scenario ended in a batch.
public enum Standing {
  /// As expected, at the first attempt.
  PASSED,
  /// As expected, but the lanes printed different lines, and nothing is declared about that.
  WARNED,
  /// As expected, but not at the first attempt.
  FLAKY,
  /// Nothing was against expectation, but the machine left open whether all was as expected.
  UNDECIDED,
  /// Not as expected.
  FAILED,
  /// Not played, or not to its end.
  MISSING;

  /// The word used in reports and in JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether a batch with such a scenario can still be as expected.
  public boolean isGood() {
    return this == PASSED || this == WARNED || this == FLAKY || this == UNDECIDED;
  }
}
