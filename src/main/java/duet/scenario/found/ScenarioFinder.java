package duet.scenario.found;

import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.declared.FrontMatter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;

/// Finds every scenario below some folders: each folder with scripts is a module.
public final class ScenarioFinder {
  private ScenarioFinder() {}

  /// Finds them, in an order that depends only on names and lessons. No link is followed that leads
  /// out of the folders. A scenario's path begins below the folder that was named, or with that
  /// folder where there are several.
  ///
  /// @param include glob patterns, one of which has to match; every scenario where there are none
  /// @param exclude glob patterns, none of which may match
  /// @param notices hears of folders that cannot be read, and of declarations without a script
  /// @throws InputFault when a folder is missing, a pattern is wrong, or two scenarios have the
  ///   same path
  public static List<Scenario> find(
      ScriptPairs scripts,
      List<Path> folders,
      List<String> include,
      List<String> exclude,
      Consumer<String> notices)
      throws InputFault {
    var reader = new ModuleReader(scripts, ScenarioFilter.of(include, exclude), false, notices);
    var walk = new FolderWalk(notices, false);
    var scenarios = new ArrayList<Scenario>();
    var seen = 0;
    for (Path folder : folders) {
      walk(walk, folder, folders.size() > 1 ? called(folder, folders) : "");
      List<ScriptFolder> found = walk.found();
      reader
          .modules(found.subList(seen, found.size()))
          .forEach(module -> scenarios.addAll(module.scenarios()));
      seen = found.size();
    }
    checkPaths(scenarios);
    return List.copyOf(scenarios);
  }

  /// Finds modules in the same way, even those that have a lesson and no scripts. If the folder
  /// itself is a module, that module has the folder's name.
  ///
  /// @throws InputFault when the folder is missing, or a declaration is not understood
  public static List<ModuleFolder> modules(
      ScriptPairs scripts, Path folder, Consumer<String> notices) throws InputFault {
    boolean isModule = Files.exists(folder.resolve(FrontMatter.FILE));
    var walk = new FolderWalk(notices, true);
    walk(walk, folder, isModule ? FolderWalk.lastName(folder) : "");
    return new ModuleReader(scripts, ScenarioFilter.ALL, true, _ -> {}).modules(walk.found());
  }

  private static void walk(FolderWalk walk, Path root, String name) throws InputFault {
    if (!Files.isDirectory(root)) {
      throw InputFault.usage(
          "there is no folder " + root, "'duet run' plays single files; batch plays folders.");
    }
    walk.walk(root, name);
  }

  private static void checkPaths(List<Scenario> scenarios) throws InputFault {
    var known = new HashMap<String, Scenario>();
    for (Scenario scenario : scenarios) {
      Scenario same = known.put(scenario.path(), scenario);
      if (same != null) {
        throw InputFault.usage(
            "two scenarios are called " + scenario.path(),
            "Rename " + scenario.sources().values() + " or " + same.sources().values() + ".");
      }
    }
  }

  /// What a folder is called among others: its name, or its whole path where another folder has
  /// that name.
  public static String called(Path folder, List<Path> all) {
    String name = FolderWalk.lastName(folder);
    boolean isAlone =
        all.stream().filter(other -> FolderWalk.lastName(other).equals(name)).count() == 1;
    return isAlone ? name : folder.normalize().toString().replace('\\', '/');
  }
}
