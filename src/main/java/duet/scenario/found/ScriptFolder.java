package duet.scenario.found;

import duet.scenario.declared.FrontMatter;
import duet.scenario.file.FileBounds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A folder with scripts, perhaps with a twin that has the other half of each pair.
///
/// @param module what it is called as a module
/// @param bounds where its files have to be
record ScriptFolder(String module, Path folder, Optional<Path> twin, FileBounds bounds) {
  /// The scripts of one scenario.
  ///
  /// @param name what the scenario is called
  /// @param files by extension
  record NamedScripts(String name, Map<String, Path> files) {}

  List<Path> folders() {
    return Stream.concat(Stream.of(folder), twin.stream()).toList();
  }

  /// The one of its folders that has the lesson, if there is one.
  Optional<Path> ofLesson() {
    return folders().stream().filter(f -> Files.exists(f.resolve(FrontMatter.FILE))).findFirst();
  }

  /// The path of one of its scenarios in a batch.
  String path(String scenario) {
    return module.isEmpty() ? scenario : module + "/" + scenario;
  }

  /// The files that look like scripts.
  List<Path> files(ScriptPairs pairs) {
    return folders().stream().flatMap(one -> pairs.in(one).stream()).toList();
  }

  /// The scripts of each scenario. A scenario has the name of its scripts, or the whole file name
  /// where another scenario has that name. A number follows where that is taken, too.
  ///
  /// @param used the whole paths of files that are no scenarios
  List<NamedScripts> scripts(ScriptPairs pairs, Set<Path> used) {
    List<Path> files =
        files(pairs).stream().filter(file -> !used.contains(UsedScripts.whole(file))).toList();
    var scripts = new LinkedHashMap<String, NamedScripts>();
    for (Map<String, Path> pair : pairs.pairs(files)) {
      String name = pairs.name(pair);
      String whole = String.valueOf(pair.values().iterator().next().getFileName());
      for (int i = 1; scripts.containsKey(name); i++) {
        name = i == 1 ? whole : whole + " (" + i + ")";
      }
      scripts.put(name, new NamedScripts(name, pair));
    }
    return List.copyOf(scripts.values());
  }
}
