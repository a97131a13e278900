package duet.scenario.found;

import duet.scenario.Exercise;
import duet.scenario.Question;
import duet.scenario.Scenario;
import duet.scenario.declared.Declaration;
import duet.scenario.declared.FrontMatter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A module: a folder of scenarios with a `lesson.md`.
///
/// @param name the folder's name, such as `01-threads`
/// @param title the lesson's title, or the folder's name where it has none
/// @param order its place in the course
/// @param folder the folder that holds `lesson.md`
/// @param questions what the lesson asks before a scenario plays, by the scenario's name
/// @param missing names that the lesson declares and that no script has
public record ModuleFolder(
    String name,
    String title,
    int order,
    Path folder,
    List<Scenario> scenarios,
    List<Exercise> exercises,
    Map<String, List<Question>> questions,
    List<String> missing) {
  /// The language of `lesson.md`.
  public static final String ENGLISH = "en";

  /// The folder of a module's exercises.
  static final String EXERCISES = "exercises";

  private static final String SOLUTIONS = "solutions";

  public ModuleFolder {
    scenarios = List.copyOf(scenarios);
    exercises = List.copyOf(exercises);
    questions = Map.copyOf(questions);
    missing = List.copyOf(missing);
  }

  /// Makes a module of a folder and its lesson. Exercises start from scripts in the folder
  /// `exercises`; their solutions are in `exercises/solutions`.
  static ModuleFolder of(
      ScriptPairs scripts, String name, Path folder, FrontMatter lesson, List<Scenario> scenarios) {
    var questions = new HashMap<String, List<Question>>();
    lesson.scenarios().stream()
        .filter(declared -> !declared.questions().isEmpty())
        .forEach(declared -> questions.put(declared.name(), declared.questions()));
    var missing = new ArrayList<String>();
    lesson.scenarios().stream()
        .map(Declaration::name)
        .filter(declared -> scenarios.stream().noneMatch(s -> s.name().equals(declared)))
        .forEach(missing::add);
    var exercises = new ArrayList<Exercise>();
    for (FrontMatter.Task task : lesson.exercises()) {
      exercise(scripts, name, folder, task)
          .ifPresentOrElse(exercises::add, () -> missing.add(task.declaration().name()));
    }
    return new ModuleFolder(
        name,
        lesson.title().isEmpty() ? name : lesson.title(),
        lesson.order(),
        folder,
        scenarios,
        exercises,
        questions,
        missing);
  }

  /// An exercise; empty where it has no script to start from.
  private static Optional<Exercise> exercise(
      ScriptPairs scripts, String module, Path folder, FrontMatter.Task task) {
    Path starts = folder.resolve(EXERCISES);
    String name = task.declaration().name();
    Map<String, Path> start = scripts.named(name, starts);
    Map<String, Path> solution = scripts.named(name, starts.resolve(SOLUTIONS));
    if (start.isEmpty()) {
      return Optional.empty();
    }
    String path = module + "/" + EXERCISES;
    return Optional.of(
        new Exercise(
            task.task(),
            task.hints(),
            task.declaration().scenario(path, start),
            Optional.of(solution)
                .filter(files -> !files.isEmpty())
                .map(s -> task.declaration().scenario(path + "/" + SOLUTIONS, s))));
  }

  /// The lesson in a language, such as `en` or `zh`, if there is one.
  public Optional<Path> lesson(String language) {
    String name = language.equals(ENGLISH) ? FrontMatter.FILE : "lesson." + language + ".md";
    return Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
  }

  /// The scenario of that name, if there is one.
  public Optional<Scenario> scenario(String called) {
    return scenarios.stream().filter(scenario -> scenario.name().equals(called)).findFirst();
  }

  /// The exercise of that name, if there is one.
  public Optional<Exercise> exercise(String called) {
    return exercises.stream().filter(exercise -> exercise.name().equals(called)).findFirst();
  }
}
