package duet.scenario;

import java.util.Locale;

/// How good a result is, in the words of jcstress.
public enum Grade {
  /// What should happen.
  ACCEPTABLE,
  /// Allowed, but surprising.
  INTERESTING,
  /// What must never happen.
  FORBIDDEN;

  /// The word used in lessons and in JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
