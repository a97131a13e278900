package duet.scenario.found;

import duet.scenario.InputFault;
import duet.scenario.NearNames;
import duet.scenario.Scenario;
import duet.scenario.declared.Declaration;
import duet.scenario.declared.FrontMatter;
import duet.scenario.folder.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The course that comes with Duet: modules in `scripts`, mirrored in `python-originals`. A
/// scenario is there as soon as one of its scripts is; a module's lesson only adds to it.
public final class Catalog {
  private final Home home;
  private final ScriptPairs scripts;

  public Catalog(Home home, ScriptPairs scripts) {
    this.home = home;
    this.scripts = scripts;
  }

  /// Every module, in the course's order.
  public List<ModuleFolder> modules() throws InputFault {
    var modules = new ArrayList<ModuleFolder>();
    for (String name : moduleNames()) {
      modules.add(module(name));
    }
    modules.sort(Comparator.comparingInt(ModuleFolder::order).thenComparing(ModuleFolder::name));
    return List.copyOf(modules);
  }

  /// How many scenarios each module has, by its name; no lesson is read for that.
  public Map<String, Integer> sizes() {
    var sizes = new TreeMap<String, Integer>();
    moduleNames().forEach(name -> sizes.put(name, sources(name).size()));
    return sizes;
  }

  /// The scenarios that a name stands for: a scenario (`lock`, `04-synchronization/lock`), or a
  /// whole module (`04-synchronization`, `04`).
  ///
  /// @throws InputFault when nothing has that name, with the names that come near
  public List<Scenario> named(String name) throws InputFault {
    int slash = name.indexOf('/');
    String module = name.substring(0, Math.max(slash, 0));
    String stem = name.substring(slash + 1);
    for (String candidate : moduleNames()) {
      if (isModule(candidate, name)) {
        return module(candidate).scenarios();
      }
      if ((module.isEmpty() || isModule(candidate, module))
          && sources(candidate).containsKey(stem)) {
        return List.of(scenario(candidate, lesson(candidate), stem));
      }
    }
    throw unknown(name);
  }

  private static boolean isModule(String module, String name) {
    return module.equals(name) || (name.matches("\\d+") && module.startsWith(name + "-"));
  }

  private ModuleFolder module(String name) throws InputFault {
    FrontMatter lesson = lesson(name);
    return ModuleFolder.of(
        scripts, name, home.scripts().resolve(name), lesson, scenarios(name, lesson));
  }

  private FrontMatter lesson(String module) throws InputFault {
    return FrontMatter.of(home.scripts().resolve(module), scripts.languages().lanes());
  }

  private List<Scenario> scenarios(String module, FrontMatter lesson) {
    Map<String, Map<String, Path>> sources = sources(module);
    var stems = new ArrayList<>(new TreeSet<>(sources.keySet()));
    List<String> listed = lesson.scenarios().stream().map(Declaration::name).toList();
    stems.sort(
        Comparator.comparingInt(s -> listed.contains(s) ? listed.indexOf(s) : listed.size()));
    return stems.stream().map(stem -> scenario(module, lesson, stem)).toList();
  }

  private Scenario scenario(String module, FrontMatter lesson, String stem) {
    Map<String, Path> files = sources(module).getOrDefault(stem, Map.of());
    return lesson.of(stem).orElseGet(() -> Declaration.none(stem)).scenario(module, files);
  }

  /// Scripts of a module by stem, then by extension.
  private Map<String, Map<String, Path>> sources(String module) {
    var byStem = new HashMap<String, Map<String, Path>>();
    for (Path folder : List.of(home.originals(), home.scripts())) {
      for (Path file : scripts.in(folder.resolve(module))) {
        byStem
            .computeIfAbsent(ScriptPairs.stem(file), _ -> new HashMap<>())
            .put(ScriptPairs.extension(file), file);
      }
    }
    return byStem;
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

  private InputFault unknown(String name) throws InputFault {
    var known = new ArrayList<String>();
    for (ModuleFolder module : modules()) {
      known.add(module.name());
      module.scenarios().forEach(scenario -> known.add(scenario.name()));
    }
    List<String> near = NearNames.to(name, known);
    String hint = near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "? ";
    return InputFault.usage(
        "there is no scenario '" + name + "'", hint + "'duet list' shows them all.");
  }
}
