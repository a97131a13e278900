package duet.scenario.found;

import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.declared.Declaration;
import duet.scenario.declared.FrontMatter;
import duet.scenario.found.ScriptFolder.NamedScripts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Makes modules of folders with scripts: what lies there, and what the lesson declares about it.
///
/// @param isCourse whether a folder with a lesson and no scripts is a module, and nothing is read
///   where a declaration is not understood; otherwise its scenarios are refused
/// @param strays hears of declarations that have no script
record ModuleReader(
    ScriptPairs pairs, ScenarioFilter filter, boolean isCourse, Consumer<String> strays) {
  /// Makes modules, in the order of the course.
  ///
  /// @throws InputFault when a declaration is not understood
  List<ModuleFolder> modules(Collection<ScriptFolder> places) throws InputFault {
    var modules = new ArrayList<ModuleFolder>();
    Set<Path> used = used(places);
    for (ScriptFolder place : places) {
      module(place, used).ifPresent(modules::add);
    }
    modules.sort(Comparator.comparingInt(ModuleFolder::order).thenComparing(ModuleFolder::name));
    return List.copyOf(modules);
  }

  /// Makes a module; empty where there is nothing to play and no lesson that counts.
  ///
  /// @throws InputFault when a declaration is not understood
  Optional<ModuleFolder> module(ScriptFolder place) throws InputFault {
    return module(place, used(List.of(place)));
  }

  private Set<Path> used(Collection<ScriptFolder> places) {
    var used = new UsedScripts(pairs.languages());
    places.forEach(place -> used.add(place.files(pairs), place.bounds()));
    return used.found();
  }

  private Optional<ModuleFolder> module(ScriptFolder place, Set<Path> used) throws InputFault {
    List<NamedScripts> scripts = place.scripts(pairs, used);
    List<NamedScripts> wanted =
        scripts.stream().filter(one -> filter.includes(place.path(one.name()))).toList();
    if (wanted.isEmpty() && !(isCourse && place.ofLesson().isPresent())) {
      return Optional.empty();
    }
    Path home = place.ofLesson().orElse(place.folder());
    var declarations = Declarations.in(place.folders(), pairs.languages().lanes(), place.bounds());
    if (isCourse) {
      declarations.check();
    }
    FrontMatter lesson = declarations.lesson(home);
    List<String> listed = lesson.scenarios().stream().map(Declaration::name).toList();
    tellStrays(place, listed, scripts.stream().map(NamedScripts::name).toList());
    var scenarios = new ArrayList<Scenario>();
    for (NamedScripts one : wanted) {
      scenarios.add(
          isCourse
              ? declarations.of(one.name()).scenario(place.module(), one.files())
              : declarations.scenario(one.name(), place.module(), one.files()));
    }
    scenarios.sort(inOrder(listed));
    return Optional.of(ModuleFolder.of(pairs, place.module(), home, lesson, scenarios));
  }

  /// Scenarios that the lesson lists come first, in the lesson's order; others follow by name.
  private static Comparator<Scenario> inOrder(List<String> listed) {
    return Comparator.comparingInt(
            (Scenario s) -> listed.contains(s.name()) ? listed.indexOf(s.name()) : listed.size())
        .thenComparing(Scenario::name);
  }

  /// A declaration without a script has no effect, so probably one of the two names is mistyped.
  private void tellStrays(ScriptFolder place, List<String> listed, List<String> names) {
    for (Path folder : place.folders()) {
      Declarations.files(folder).entrySet().stream()
          .filter(declared -> !names.contains(declared.getKey()))
          .forEach(declared -> strays.accept("there is no script for " + declared.getValue()));
    }
    listed.stream()
        .filter(name -> !names.contains(name) && filter.includes(place.path(name)))
        .forEach(
            name ->
                strays.accept(
                    "the lesson of "
                        + place.folder()
                        + " lists "
                        + name
                        + ", which has no script"));
  }
}
