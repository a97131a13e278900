package duet.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a module declares about itself and its scenarios, in the YAML between the two `---` lines
/// at the head of its `lesson.md`.
///
/// @param scenarios in the order in which the lesson lists them
/// @param exercises in the same way
record FrontMatter(String title, int order, List<Declaration> scenarios, List<Task> exercises) {
  static final String FILE = "lesson.md";

  static final FrontMatter NONE = new FrontMatter("", Integer.MAX_VALUE, List.of(), List.of());

  private static final List<String> KEYS = List.of("title", "order", "scenarios", "exercises");

  /// An exercise as it is declared.
  record Task(Declaration declaration, String task, List<String> hints) {}

  /// The front matter of a module's folder; [#NONE] where there is no lesson.
  ///
  /// @throws InputFault when the lesson cannot be read or does not say what it should
  static FrontMatter of(Path folder) throws InputFault {
    Path lesson = folder.resolve(FILE);
    if (!Files.exists(lesson)) {
      return NONE;
    }
    return new Reader(new Entries(lesson)).read(top(lesson));
  }

  /// What stands at the head of a file.
  ///
  /// @throws InputFault when it cannot be read, or has no such head
  static Map<?, ?> top(Path lesson) throws InputFault {
    var entries = new Entries(lesson);
    try {
      return entries.load(yamlOf(Files.readString(lesson), entries), "the front matter");
    } catch (IOException e) {
      throw InputFault.usage("cannot read " + lesson + ": " + e, "Make it readable as UTF-8.");
    }
  }

  private static String yamlOf(String text, Entries entries) throws InputFault {
    List<String> lines = text.lines().toList();
    boolean begins = !lines.isEmpty() && lines.getFirst().equals("---");
    for (int i = 1; begins && i < lines.size(); i++) {
      if (lines.get(i).equals("---")) {
        return String.join("\n", lines.subList(1, i));
      }
    }
    throw entries.fault("it does not begin with front matter between two '---' lines");
  }

  Optional<Declaration> of(String scenario) {
    return scenarios.stream().filter(d -> d.name().equals(scenario)).findFirst();
  }

  private record Reader(Entries entries) {
    FrontMatter read(Map<?, ?> top) throws InputFault {
      entries.checkKeys(top, KEYS, "the front matter");
      var declarations = new ArrayList<Declaration>();
      for (Object entry : entries.list(top.get("scenarios"))) {
        Map<?, ?> map = entries.map(entry, "each entry of 'scenarios'");
        declarations.add(
            Declaration.of(entries, name(map, "scenarios"), map, new Agreement.SameLines()));
      }
      var tasks = new ArrayList<Task>();
      for (Object entry : entries.list(top.get("exercises"))) {
        tasks.add(task(entries.map(entry, "each entry of 'exercises'")));
      }
      return new FrontMatter(
          Entries.string(top, "title"),
          top.get("order") instanceof Integer n ? n : Integer.MAX_VALUE,
          List.copyOf(declarations),
          List.copyOf(tasks));
    }

    private Task task(Map<?, ?> map) throws InputFault {
      String name = name(map, "exercises");
      if (Entries.string(map, "task").isEmpty()) {
        throw entries.fault("exercise " + name + " has no 'task'");
      }
      var declared = new LinkedHashMap<Object, Object>(map);
      declared.remove("task");
      declared.remove("hints");
      return new Task(
          Declaration.of(entries, name, declared, new Agreement.Undeclared()),
          Entries.string(map, "task"),
          entries.list(map.get("hints")).stream().map(String::valueOf).toList());
    }

    private String name(Map<?, ?> map, String list) throws InputFault {
      String name = Entries.string(map, "name");
      if (name.isEmpty()) {
        throw entries.fault("an entry of '" + list + "' has no name");
      }
      return name;
    }
  }
}
