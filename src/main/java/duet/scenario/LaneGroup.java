package duet.scenario;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which lanes a declaration speaks of: one by its id, every CPython, or the CPythons of some
/// versions.
///
/// A version with a `t` means builds without the GIL, and one without it builds with the GIL, as in
/// the ids of lanes.
///
/// @param word as an author writes it: `java`, `cpython`, `cpython-3.9`, `cpython>=3.10`,
///   `cpython<=3.13`, `cpython>=3.13t`
public record LaneGroup(String word) {
  /// How an author names CPythons, for error messages.
  public static final String HINT =
      "cpython, cpython-3.13, cpython>=3.10 or cpython<=3.9; a t after the version means"
          + " a build without the GIL";

  private static final String EVERY = "cpython";

  /// A pattern for every word that speaks of CPythons.
  public static final String WORDS = EVERY + "(?:(?:-|>=|<=)3\\.\\d{1,2}t?)?";

  private static final Pattern WORD = Pattern.compile(EVERY + "(?:(-|>=|<=)3\\.(\\d{1,2})(t?))?");

  /// What a run of the lane `cpython` plays on, and what an id names.
  private static final Pattern VERSION =
      Pattern.compile("(?:cpython-|CPython )3\\.(\\d+)(?:\\.\\S+)?(t?)( · free-threaded)?");

  /// Whether a word speaks of CPythons, those that are not on this machine included.
  public static boolean isOfCPythons(String word) {
    return WORD.matcher(word).matches();
  }

  /// Whether a word is meant to speak of CPythons, but does not.
  public static boolean isMisspelt(String word) {
    return word.startsWith(EVERY) && !isOfCPythons(word);
  }

  /// Whether a run is of this group.
  ///
  /// @param lane the lane's id
  /// @param runtime what plays there, such as `CPython 3.11.7`; empty where that is not known
  public boolean has(String lane, String runtime) {
    Matcher wanted = WORD.matcher(word);
    if (word.equals(lane) || !LaneTitle.isOfCPython(lane) || !wanted.matches()) {
      return word.equals(lane);
    }
    return word.equals(EVERY) || isOfVersion(wanted, lane.equals(EVERY) ? runtime : lane);
  }

  private static boolean isOfVersion(Matcher wanted, String version) {
    Matcher found = VERSION.matcher(version);
    if (!found.matches()) {
      return false;
    }
    boolean isFree = !found.group(2).isEmpty() || found.group(3) != null;
    int minor = Integer.parseInt(found.group(1));
    int than = Integer.parseInt(wanted.group(2));
    return isFree != wanted.group(3).isEmpty()
        && switch (wanted.group(1)) {
          case ">=" -> minor >= than;
          case "<=" -> minor <= than;
          default -> minor == than;
        };
  }

  /// Of two groups that a lane is in, the one with the higher rank says more about it.
  int rank() {
    return word.equals(EVERY) ? 0 : word.contains("=") ? 1 : 2;
  }
}
