package duet.scenario;

import java.util.Locale;

/// What a result means, in the words of jcstress.
public enum Grade {
  /// As it should be.
  ACCEPTABLE,
  /// Allowed, and surprising.
  INTERESTING,
  /// Never to be seen.
  FORBIDDEN;

  /// The word used in lessons and in JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
