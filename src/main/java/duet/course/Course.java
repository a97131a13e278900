package duet.course;

import duet.scenario.Exercise;
import duet.scenario.Finder;
import duet.scenario.InputFault;
import duet.scenario.ModuleFolder;
import duet.scenario.NearNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Modules in their order.
///
/// @param root the folder that they are in
public record Course(Path root, List<ModuleFolder> modules) {
  public Course {
    modules = List.copyOf(modules);
  }

  /// The course in a folder, which may be a single module.
  ///
  /// @param notices hears of folders that cannot be read
  /// @throws InputFault when there is none
  public static Course of(Path root, Consumer<String> notices) throws InputFault {
    List<ModuleFolder> modules = Finder.modules(root, notices);
    if (modules.isEmpty()) {
      throw new InputFault(
          InputFault.Fault.NOTHING_TO_PLAY,
          "there is no module in " + root,
          "'duet new module " + root + "' lays one out.");
    }
    return new Course(root, modules);
  }

  /// The modules that have a lesson.
  public List<ModuleFolder> lessons() {
    return modules.stream()
        .filter(module -> module.lesson(ModuleFolder.ENGLISH).isPresent())
        .toList();
  }

  /// The module with a lesson of that name, or of the number that its name begins with.
  public Optional<ModuleFolder> module(String name) {
    return lessons().stream()
        .filter(
            module ->
                module.name().equals(name)
                    || (name.matches("\\d+") && module.name().startsWith(name + "-")))
        .findFirst();
  }

  /// The exercise of that name, perhaps with its module before it.
  public Optional<Exercise> exercise(String name) {
    return exercises().filter(e -> e.name().equals(name) || e.path().equals(name)).findFirst();
  }

  /// Every exercise.
  public Stream<Exercise> exercises() {
    return modules.stream().flatMap(module -> module.exercises().stream());
  }

  /// What to say where nothing has a name.
  public InputFault unknown(String name) {
    var known = new ArrayList<String>();
    lessons().forEach(module -> known.add(module.name()));
    exercises().forEach(exercise -> known.add(exercise.name()));
    List<String> near = NearNames.to(name, known);
    return InputFault.usage(
        "there is no module and no exercise '" + name + "'",
        (near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "? ")
            + "'duet learn' shows them all.");
  }
}
