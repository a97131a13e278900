package duet.scenario.found;

import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.SimilarNames;
import duet.scenario.file.FileBounds;
import duet.scenario.folder.Home;
import duet.scenario.found.ScriptFolder.NamedScripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The course that comes with Duet: modules in `scripts`, mirrored in `python-originals`. One
/// script is enough to make a scenario; the lesson only adds to it.
public final class Catalog {
  private final Home home;
  private final ScriptPairs pairs;
  private final ModuleReader reader;

  /// @param pairs tells which files are scripts
  public Catalog(Home home, ScriptPairs pairs) {
    this.home = home;
    this.pairs = pairs;
    reader = new ModuleReader(pairs, ScenarioFilter.ALL, true, _ -> {});
  }

  /// Every module, in the course's order.
  ///
  /// @throws InputFault when a lesson is not understood
  public List<ModuleFolder> modules() throws InputFault {
    return reader.modules(moduleNames().stream().map(this::folder).toList());
  }

  /// How many scenarios each module has, by its name. This reads no lesson.
  public Map<String, Integer> sizes() {
    var sizes = new TreeMap<String, Integer>();
    moduleNames().forEach(name -> sizes.put(name, folder(name).scripts(pairs, Set.of()).size()));
    return sizes;
  }

  /// The scenarios that a name stands for: a scenario (`lock`, `04-synchronization/lock`), or a
  /// whole module (`04-synchronization`, `04`).
  ///
  /// @throws InputFault when nothing has that name; it suggests similar names
  public List<Scenario> named(String name) throws InputFault {
    int slash = name.indexOf('/');
    String module = name.substring(0, Math.max(slash, 0));
    String stem = name.substring(slash + 1);
    for (String candidate : moduleNames()) {
      ScriptFolder folder = folder(candidate);
      if (isModule(candidate, name)) {
        return reader.module(folder).map(ModuleFolder::scenarios).orElse(List.of());
      }
      Optional<NamedScripts> scripts =
          module.isEmpty() || isModule(candidate, module)
              ? folder.scripts(pairs, Set.of()).stream()
                  .filter(one -> one.name().equals(stem))
                  .findFirst()
              : Optional.empty();
      if (scripts.isPresent()) {
        var declared =
            Declarations.in(folder.folders(), pairs.languages().lanes(), folder.bounds()).of(stem);
        return List.of(declared.scenario(candidate, scripts.get().files()));
      }
    }
    throw unknown(name);
  }

  private static boolean isModule(String module, String name) {
    return module.equals(name) || (name.matches("\\d+") && module.startsWith(name + "-"));
  }

  private ScriptFolder folder(String module) {
    return new ScriptFolder(
        module,
        home.scripts().resolve(module),
        Optional.of(home.originals().resolve(module)).filter(Files::isDirectory),
        FileBounds.NONE);
  }

  private SequencedSet<String> moduleNames() {
    var names = new TreeSet<String>();
    for (Path folder : List.of(home.scripts(), home.originals())) {
      try (Stream<Path> entries = Files.list(folder)) {
        entries
            .filter(Files::isDirectory)
            .map(path -> path.getFileName().toString())
            .filter(name -> !name.startsWith("."))
            .forEach(names::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return names;
  }

  /// Whether a name begins with a folder that is no module.
  private boolean looksLikePath(String name) {
    int slash = name.indexOf('/');
    return slash >= 0
        && moduleNames().stream().noneMatch(module -> isModule(module, name.substring(0, slash)));
  }

  private InputFault unknown(String name) throws InputFault {
    var known = new ArrayList<String>();
    for (ModuleFolder module : modules()) {
      known.add(module.name());
      module.scenarios().forEach(scenario -> known.add(scenario.name()));
    }
    List<String> near = SimilarNames.to(name, known);
    String hint = near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "? ";
    if (looksLikePath(name)) {
      return InputFault.usage(
          "there is no file or folder " + name,
          "Check the path. " + hint + "'duet list' shows the scenarios of the course.");
    }
    return InputFault.usage(
        "there is no scenario '" + name + "'", hint + "'duet list' shows them all.");
  }
}
