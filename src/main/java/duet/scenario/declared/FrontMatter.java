package duet.scenario.declared;

import duet.scenario.InputFault;
import duet.scenario.LineAgreement;
import duet.scenario.file.FileBounds;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
    var entries = new YamlFile(lesson);
    FrontMatter read = new FrontMatterReader(entries, lanes).read(top(entries, lesson, bounds));
    entries.finish();
    return read;
  }

  /// The YAML at the head of a lesson.
  ///
  /// @throws InputFault when it cannot be read, or does not begin with YAML
  static Map<?, ?> top(YamlFile entries, Path lesson, FileBounds bounds) throws InputFault {
    return entries.load(LessonFile.of(lesson, bounds).head(), 1, "the front matter");
  }

  public Optional<Declaration> of(String scenario) {
    return scenarios.stream().filter(d -> d.name().equals(scenario)).findFirst();
  }

  private record FrontMatterReader(YamlFile entries, List<String> lanes) {
    FrontMatter read(Map<?, ?> top) throws InputFault {
      entries.checkKeys(top, KEYS, "the front matter");
      return new FrontMatter(
          entries.part(top, "title", "", () -> entries.text(top, "title")),
          entries.part(top, "order", 0, () -> order(top)),
          each(top, "scenarios", this::declaration, Declaration::name),
          each(top, "exercises", this::task, task -> task.declaration().name()));
    }

    /// Reads an entry of a list.
    @FunctionalInterface
    private interface EntryReader<T> {
      T read(Map<?, ?> map) throws InputFault;
    }

    private <T> List<T> each(
        Map<?, ?> top, String key, EntryReader<T> reader, Function<T, String> name) {
      List<?> list = entries.part(top, key, List.of(), () -> entries.list(top.get(key)));
      var read = new ArrayList<T>();
      var names = new HashSet<String>();
      for (int i = 0; i < list.size(); i++) {
        Object entry = list.get(i);
        entries.part(
            list,
            i,
            false,
            () -> {
              T one = reader.read(entries.map(entry, "each entry of '" + key + "'"));
              if (!names.add(name.apply(one))) {
                throw entries.fault(name.apply(one) + " is declared twice");
              }
              return read.add(one);
            });
      }
      return List.copyOf(read);
    }

    private Declaration declaration(Map<?, ?> map) throws InputFault {
      return Declaration.of(
          entries, lanes, name(map, "scenarios"), map, new LineAgreement.SameLines());
    }

    private int order(Map<?, ?> top) throws InputFault {
      String order = entries.text(top, "order");
      if (!order.matches("[-+]?\\d{0,9}") || order.matches("[-+]")) {
        throw entries.fault("'order' is a number, such as 2");
      }
      return order.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(order);
    }

    private Task task(Map<?, ?> map) throws InputFault {
      String name = name(map, "exercises");
      if (entries.text(map, "task").isEmpty()) {
        throw entries.fault("exercise " + name + " has no 'task'");
      }
      return new Task(
          Declaration.ofExercise(entries, lanes, name, map), entries.text(map, "task"), hints(map));
    }

    private List<String> hints(Map<?, ?> map) throws InputFault {
      var hints = new ArrayList<String>();
      List<?> list = entries.list(map.get("hints"));
      for (int i = 0; i < list.size(); i++) {
        Object hint = list.get(i);
        entries.part(list, i, false, () -> hints.add(entries.text(hint, "a hint")));
      }
      return hints;
    }

    private String name(Map<?, ?> map, String list) throws InputFault {
      String name = entries.text(map, "name");
      if (name.isEmpty()) {
        throw entries.fault("an entry of '" + list + "' has no name");
      }
      return name;
    }
  }
}
