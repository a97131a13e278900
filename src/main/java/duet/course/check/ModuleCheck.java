package duet.course.check;

import duet.lane.Lane;
import duet.lane.Lanes;
import duet.scenario.Exercise;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.found.ModuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks one module: its scripts, its exercises, and its lesson in every language.
record ModuleCheck(ModuleFolder module, Lanes lanes, Problems problems) {
  /// Checks a module that has a lesson.
  ///
  /// @return the check of each of its lessons, the English one first
  /// @throws InputFault when a lesson cannot be read
  List<LessonCheck> lessons() throws InputFault {
    module.scenarios().forEach(this::checkLanes);
    module.exercises().forEach(this::check);
    LessonCheck english = lesson(ModuleFolder.ENGLISH);
    english.checkWhole();
    var lessons = new ArrayList<LessonCheck>(List.of(english));
    for (String language : languages()) {
      LessonCheck translated = lesson(language);
      new TranslationCheck(module, english, translated).check(problems);
      lessons.add(translated);
    }
    return lessons;
  }

  private LessonCheck lesson(String language) throws InputFault {
    return LessonCheck.of(module, module.lesson(language).orElseThrow(), lanes);
  }

  private Set<String> languages() throws InputFault {
    var languages = new TreeSet<String>();
    try (Stream<Path> files = Files.list(module.folder())) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.matches("lesson\\.[a-z]{2,3}\\.md"))
          .forEach(name -> languages.add(name.split("\\.")[1]));
    } catch (IOException e) {
      throw InputFault.usage("cannot read " + module.folder() + ": " + e, "Make it readable.");
    }
    return languages;
  }

  private void checkLanes(Scenario scenario) {
    for (Lane lane : lanes.usual()) {
      if (lane.script(scenario).isEmpty()) {
        problems.add(module, scenario.name() + " has no script for the " + lane.id() + " lane");
      }
    }
  }

  private void check(Exercise exercise) {
    String name = "exercise " + exercise.name();
    if (exercise.hints().isEmpty()) {
      problems.add(module, name + " has no hints");
    }
    if (exercise.solution().isEmpty()) {
      problems.add(module, name + " has no solution in exercises/solutions");
      return;
    }
    Set<String> start = exercise.start().sources().keySet();
    Set<String> solution = exercise.solution().get().sources().keySet();
    if (!start.equals(solution)) {
      problems.add(
          module,
          name + " starts with " + words(start) + ", but its solution has " + words(solution));
    }
  }

  private static String words(Set<String> extensions) {
    return extensions.stream().sorted().map(e -> "." + e).collect(Collectors.joining(" and "));
  }
}
