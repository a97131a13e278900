package duet.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a module declares about itself and its scenarios, in the YAML between the two `---` lines
/// at the head of its `lesson.md`.
///
/// @param scenarios in the order in which the lesson lists them
record FrontMatter(String title, int order, List<Declaration> scenarios) {
  static final String FILE = "lesson.md";

  static final FrontMatter NONE = new FrontMatter("", Integer.MAX_VALUE, List.of());

  /// The front matter of a module's folder; [#NONE] where there is no lesson.
  ///
  /// @throws InputFault when the lesson cannot be read or does not say what it should
  static FrontMatter of(Path folder) throws InputFault {
    Path lesson = folder.resolve(FILE);
    if (!Files.exists(lesson)) {
      return NONE;
    }
    try {
      return new Reader(new Entries(lesson)).read(Files.readString(lesson));
    } catch (IOException e) {
      throw InputFault.usage("cannot read " + lesson + ": " + e, "Make it readable as UTF-8.");
    }
  }

  Optional<Declaration> of(String scenario) {
    return scenarios.stream().filter(d -> d.name().equals(scenario)).findFirst();
  }

  private record Reader(Entries entries) {
    FrontMatter read(String text) throws InputFault {
      Map<?, ?> top = entries.load(yamlOf(text), "the front matter");
      var declarations = new ArrayList<Declaration>();
      for (Object entry : entries.list(top.get("scenarios"))) {
        Map<?, ?> map = entries.map(entry, "each entry of 'scenarios'");
        String name = Entries.string(map, "name");
        if (name.isEmpty()) {
          throw entries.fault("an entry of 'scenarios' has no name");
        }
        declarations.add(Declaration.of(entries, name, map, new Agreement.SameLines()));
      }
      return new FrontMatter(
          Entries.string(top, "title"),
          top.get("order") instanceof Integer n ? n : Integer.MAX_VALUE,
          List.copyOf(declarations));
    }

    private String yamlOf(String text) throws InputFault {
      List<String> lines = text.lines().toList();
      boolean begins = !lines.isEmpty() && lines.getFirst().equals("---");
      for (int i = 1; begins && i < lines.size(); i++) {
        if (lines.get(i).equals("---")) {
          return String.join("\n", lines.subList(1, i));
        }
      }
      throw entries.fault("it does not begin with front matter between two '---' lines");
    }
  }
}
