package duet.scenario.declared;

import duet.scenario.InputFault;
import duet.scenario.LineAgreement;
import duet.scenario.file.FileBounds;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The front matter of a module's `lesson.md`: YAML between two `---` lines that declares something
/// about the module and its scenarios.
///
/// @param order the module's place in the course
/// @param scenarios in the order of the lesson
/// @param exercises in the order of the lesson
public record FrontMatter(
    String title, int order, List<Declaration> scenarios, List<Task> exercises) {
  public static final String FILE = "lesson.md";

  /// Nothing is declared.
  public static final FrontMatter NONE =
      new FrontMatter("", Integer.MAX_VALUE, List.of(), List.of());

  private static final List<String> KEYS = List.of("title", "order", "scenarios", "exercises");

  /// The declaration of an exercise.
  public record Task(Declaration declaration, String task, List<String> hints) {}

  /// The front matter of a module's folder; [#NONE] where there is no lesson.
  ///
  /// @param lanes the ids of the lanes, about which it may declare something
  /// @param bounds where the lesson has to be
  /// @throws InputFault when the lesson cannot be read or is not understood
  public static FrontMatter of(Path folder, List<String> lanes, FileBounds bounds)
      throws InputFault {
    Path lesson = folder.resolve(FILE);
    if (!Files.exists(lesson, LinkOption.NOFOLLOW_LINKS)) {
      return NONE;
    }
    return new FrontMatterReader(new YamlFile(lesson), lanes).read(top(lesson, bounds));
  }

  /// The YAML at the head of a lesson.
  ///
  /// @throws InputFault when it cannot be read, or does not begin with YAML
  static Map<?, ?> top(Path lesson, FileBounds bounds) throws InputFault {
    return new YamlFile(lesson).load(LessonFile.of(lesson, bounds).head(), 1, "the front matter");
  }

  public Optional<Declaration> of(String scenario) {
    return scenarios.stream().filter(d -> d.name().equals(scenario)).findFirst();
  }

  private record FrontMatterReader(YamlFile entries, List<String> lanes) {
    FrontMatter read(Map<?, ?> top) throws InputFault {
      entries.checkKeys(top, KEYS, "the front matter");
      var declarations = new ArrayList<Declaration>();
      for (Object entry : entries.list(top.get("scenarios"))) {
        Map<?, ?> map = entries.map(entry, "each entry of 'scenarios'");
        declarations.add(
            Declaration.of(
                entries, lanes, name(map, "scenarios"), map, new LineAgreement.SameLines()));
      }
      var tasks = new ArrayList<Task>();
      for (Object entry : entries.list(top.get("exercises"))) {
        tasks.add(task(entries.map(entry, "each entry of 'exercises'")));
      }
      checkOnce(declarations.stream().map(Declaration::name).toList());
      checkOnce(tasks.stream().map(task -> task.declaration().name()).toList());
      return new FrontMatter(
          YamlFile.string(top, "title"), order(top), List.copyOf(declarations), List.copyOf(tasks));
    }

    private int order(Map<?, ?> top) throws InputFault {
      return switch (top.get("order")) {
        case null -> Integer.MAX_VALUE;
        case Integer number -> number;
        default -> throw entries.fault("'order' is a number, such as 2");
      };
    }

    private void checkOnce(List<String> names) throws InputFault {
      for (String name : names) {
        if (names.indexOf(name) < names.lastIndexOf(name)) {
          throw entries.fault(name + " is declared twice");
        }
      }
    }

    private Task task(Map<?, ?> map) throws InputFault {
      String name = name(map, "exercises");
      if (YamlFile.string(map, "task").isEmpty()) {
        throw entries.fault("exercise " + name + " has no 'task'");
      }
      return new Task(
          Declaration.ofExercise(entries, lanes, name, map),
          YamlFile.string(map, "task"),
          hints(map));
    }

    /// YAML reads a hint with a colon as a mapping, unless it is quoted.
    private List<String> hints(Map<?, ?> map) throws InputFault {
      var hints = new ArrayList<String>();
      for (Object hint : entries.list(map.get("hints"))) {
        if (hint instanceof Map<?, ?>) {
          throw entries.fault("the hint " + hint + " has a colon; put it in quotes");
        }
        hints.add(String.valueOf(hint));
      }
      return hints;
    }

    private String name(Map<?, ?> map, String list) throws InputFault {
      String name = YamlFile.string(map, "name");
      if (name.isEmpty()) {
        throw entries.fault("an entry of '" + list + "' has no name");
      }
      return name;
    }
  }
}
