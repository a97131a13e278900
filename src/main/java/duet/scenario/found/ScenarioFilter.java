package duet.scenario.found;

import duet.scenario.InputFault;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/// Patterns that choose scenarios by their path, their name, or a folder that they are in.
///
/// @param include one of them has to match; every scenario is chosen where there are none
/// @param exclude none of them may match
record ScenarioFilter(List<PathMatcher> include, List<PathMatcher> exclude) {
  /// Chooses every scenario.
  static final ScenarioFilter ALL = new ScenarioFilter(List.of(), List.of());

  /// A filter of glob patterns.
  ///
  /// @throws InputFault when one is no pattern
  static ScenarioFilter of(List<String> include, List<String> exclude) throws InputFault {
    return new ScenarioFilter(matchers(include), matchers(exclude));
  }

  private static List<PathMatcher> matchers(List<String> globs) throws InputFault {
    var matchers = new ArrayList<PathMatcher>();
    for (String glob : globs) {
      try {
        matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + glob));
      } catch (PatternSyntaxException e) {
        throw InputFault.usage(
            "'" + glob + "' is not a pattern: " + e.getDescription(),
            "Write patterns as in a shell: 04-*, '**/lock', '*_draft'.");
      }
    }
    return matchers;
  }

  /// Whether a scenario is chosen.
  boolean includes(String path) {
    return (include.isEmpty() || matchesAny(include, path)) && !matchesAny(exclude, path);
  }

  private static boolean matchesAny(List<PathMatcher> matchers, String text) {
    Path path = Path.of(text);
    for (PathMatcher matcher : matchers) {
      for (Path at = path; at != null; at = at.getParent()) {
        if (matcher.matches(at) || matcher.matches(at.getFileName())) {
          return true;
        }
      }
    }
    return false;
  }
}
