package duet.course;

import duet.scenario.Exercise;
import duet.scenario.InputFault;
import duet.scenario.SimilarNames;
import duet.scenario.found.ModuleFolder;
import duet.scenario.found.ScenarioFinder;
import duet.scenario.found.ScriptPairs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A course: modules in their order.
///
/// @param root the folder of the course, or of its only module
public record Course(Path root, List<ModuleFolder> modules) {
  public Course {
    modules = List.copyOf(modules);
  }

  /// The course in a folder, which may be a single module.
  ///
  /// @param scripts which files are scripts
  /// @param notices hears of folders that cannot be read
  /// @throws InputFault when there is none
  public static Course of(ScriptPairs scripts, Path root, Consumer<String> notices)
      throws InputFault {
    List<ModuleFolder> modules = ScenarioFinder.modules(scripts, root, notices);
    if (modules.isEmpty()) {
      throw new InputFault(
          InputFault.Fault.NOTHING_TO_PLAY,
          "there is no module in " + root,
          "'duet new module " + root.resolve("01-first") + "' creates one.");
    }
    return new Course(root, modules);
  }

  /// The modules that have a lesson.
  public List<ModuleFolder> lessons() {
    return modules.stream()
        .filter(module -> module.lesson(ModuleFolder.ENGLISH).isPresent())
        .toList();
  }

  /// Its name among courses, whichever of its modules was asked for: the name of its folder, and a
  /// hash of the folder's path.
  public String id() {
    Path home = home();
    return home.getFileName() + "@" + Integer.toHexString(home.toString().hashCode());
  }

  /// The folder of all its modules, even if only one of them was asked for.
  public Path home() {
    Path real = real(root);
    boolean isModule = lessons().stream().anyMatch(module -> real(module.folder()).equals(real));
    return isModule ? Objects.requireNonNullElse(real.getParent(), real) : real;
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder.toAbsolutePath().normalize();
    }
  }

  /// The module with a lesson that has this name, or begins with this number.
  public Optional<ModuleFolder> module(String name) {
    return lessons().stream().filter(module -> isCalled(module.name(), name)).findFirst();
  }

  private static boolean isCalled(String module, String name) {
    String last = module.substring(module.lastIndexOf('/') + 1);
    return module.equals(name)
        || last.equals(name)
        || (name.matches("\\d+") && last.startsWith(name + "-"));
  }

  /// The exercise of that name; the module may precede the name.
  ///
  /// @throws InputFault when several modules have one of that name
  public Optional<Exercise> exercise(String name) throws InputFault {
    List<Exercise> called =
        exercises().filter(e -> e.name().equals(name) || e.path().equals(name)).toList();
    if (called.size() > 1) {
      throw InputFault.usage(
          "several modules have an exercise '" + name + "'",
          "Name the module too: "
              + called.stream().map(Exercise::path).collect(Collectors.joining(" or "))
              + ".");
    }
    return called.stream().findFirst();
  }

  /// The name of an exercise in commands. The module precedes it if another module has an exercise
  /// of that name.
  public String nameOf(Exercise exercise) {
    boolean isAlone = exercises().filter(e -> e.name().equals(exercise.name())).count() == 1;
    return isAlone ? exercise.name() : exercise.path();
  }

  /// All exercises.
  public Stream<Exercise> exercises() {
    return modules.stream().flatMap(module -> module.exercises().stream());
  }

  /// The fault for an unknown name, with similar names.
  ///
  /// @param learn the command that shows what there is
  public InputFault unknown(String name, String learn) {
    var known = new ArrayList<String>();
    lessons().forEach(module -> known.add(module.name()));
    exercises().forEach(exercise -> known.add(exercise.name()));
    List<String> near = SimilarNames.to(name, known);
    return InputFault.usage(
        "there is no module and no exercise '" + name + "'",
        (near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "? ")
            + "'"
            + learn
            + "' shows them all.");
  }
}
