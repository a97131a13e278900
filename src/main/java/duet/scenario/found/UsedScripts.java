package duet.scenario.found;

import duet.scenario.NeighbourSearch;
import duet.scenario.ScriptLanguage;
import duet.scenario.ScriptLanguages;
import duet.scenario.file.FileBounds;
import duet.scenario.file.TextFile;
import duet.scenario.file.UnreadableFile;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds files that look like scripts, but are no scenarios: other scripts use them, and they
/// cannot be played themselves.
final class UsedScripts {
  /// A script that may use others.
  private record Reader(NeighbourSearch search, Path file, String text, FileBounds bounds) {
    boolean isProgram() {
      return search.isProgram(text);
    }

    Set<Path> used() {
      return Set.copyOf(search.direct(file, text, bounds));
    }
  }

  private final ScriptLanguages languages;
  private final Map<Path, Reader> readers = new LinkedHashMap<>();

  UsedScripts(ScriptLanguages languages) {
    this.languages = languages;
  }

  /// Reads some files, as far as they may use or be used.
  ///
  /// @param bounds where they have to be
  void add(List<Path> files, FileBounds bounds) {
    for (Path file : files) {
      languages
          .ofSuffix(ScriptPairs.extension(file))
          .filter(language -> language.neighbours() != NeighbourSearch.NONE)
          .ifPresent(language -> add(file, bounds, language));
    }
  }

  private void add(Path file, FileBounds bounds, ScriptLanguage language) {
    try {
      String text = TextFile.read(file, bounds, TextFile.LARGEST, language.encoding());
      readers.put(whole(file), new Reader(language.neighbours(), file, text, bounds));
    } catch (UnreadableFile e) {
      // Its play says so.
    }
  }

  /// Those of the files that only others use. Files that use each other and that nobody can play
  /// are not among them, so that their plays say what is missing.
  Set<Path> found() {
    var helpers = new HashSet<Path>();
    readers.forEach(
        (file, reader) -> {
          if (!reader.isProgram()) {
            helpers.add(file);
          }
        });
    if (helpers.isEmpty()) {
      return Set.of();
    }
    var uses = new HashMap<Path, Set<Path>>();
    readers.forEach((file, reader) -> uses.put(file, reader.used()));
    var found = new HashSet<Path>();
    uses.forEach(
        (user, used) ->
            used.stream()
                .filter(helper -> helpers.contains(helper) && !found.contains(helper))
                .filter(helper -> !helpers.contains(user) || !reaches(uses, helper, user))
                .forEach(found::add));
    return Set.copyOf(found);
  }

  /// Whether a file uses another one, directly or not.
  private static boolean reaches(Map<Path, Set<Path>> uses, Path from, Path to) {
    var seen = new HashSet<Path>(Set.of(from));
    var open = new ArrayDeque<Path>(seen);
    while (!open.isEmpty()) {
      for (Path next : uses.getOrDefault(open.remove(), Set.of())) {
        if (next.equals(to)) {
          return true;
        }
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return false;
  }

  /// A path by which a file is known here.
  static Path whole(Path file) {
    return file.toAbsolutePath().normalize();
  }
}
