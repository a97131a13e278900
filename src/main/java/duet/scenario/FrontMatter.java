package duet.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// What a module declares about itself and its scenarios, in the YAML between the two `---` lines
/// at the head of its `lesson.md`.
///
/// @param scenarios in the order in which the lesson lists them
record FrontMatter(String title, int order, List<Declaration> scenarios) {
  static final String FILE = "lesson.md";

  /// What is declared about one scenario.
  record Declaration(
      String name,
      String title,
      Kind kind,
      Agreement agreement,
      List<Pattern> masks,
      Series series) {}

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
      return new Reader(lesson).read(Files.readString(lesson));
    } catch (IOException e) {
      throw InputFault.usage("cannot read " + lesson + ": " + e, "Make it readable as UTF-8.");
    }
  }

  Optional<Declaration> of(String scenario) {
    return scenarios.stream().filter(d -> d.name().equals(scenario)).findFirst();
  }

  /// Turns YAML into declarations, naming the file in every complaint.
  private record Reader(Path lesson) {
    FrontMatter read(String text) throws InputFault {
      Map<?, ?> top = map(load(yamlOf(text)), "the front matter");
      var declarations = new ArrayList<Declaration>();
      for (Object entry : list(top.get("scenarios"))) {
        declarations.add(declaration(map(entry, "each entry of 'scenarios'")));
      }
      return new FrontMatter(
          string(top, "title"),
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
      throw fault("it does not begin with front matter between two '---' lines");
    }

    private Object load(String yaml) throws InputFault {
      try {
        return new Load(LoadSettings.builder().setLabel(lesson.toString()).build())
            .loadFromString(yaml);
      } catch (YamlEngineException e) {
        throw fault(String.valueOf(e.getMessage()));
      }
    }

    private Declaration declaration(Map<?, ?> entry) throws InputFault {
      String name = string(entry, "name");
      if (name.isEmpty()) {
        throw fault("an entry of 'scenarios' has no name");
      }
      return new Declaration(
          name,
          string(entry, "title"),
          kind(entry, name),
          agreement(entry, name),
          masks(entry),
          new Series(threads(entry, name), rules(entry, name)));
    }

    private List<Integer> threads(Map<?, ?> entry, String name) throws InputFault {
      var threads = new ArrayList<Integer>();
      for (Object number : list(entry.get("sweep"))) {
        if (!(number instanceof Integer count && count > 0)) {
          throw fault(name + ": 'sweep' is a list of numbers of threads, such as [1, 2, 4]");
        }
        threads.add(count);
      }
      return threads;
    }

    private List<ResultRule> rules(Map<?, ?> entry, String name) throws InputFault {
      var rules = new ArrayList<ResultRule>();
      if (entry.get("results") != null) {
        for (var aspect : map(entry.get("results"), name + ": 'results'").entrySet()) {
          for (Object rule : list(aspect.getValue())) {
            rules.add(rule(aspect.getKey().toString(), map(rule, name + ": each result"), name));
          }
        }
      }
      return rules;
    }

    private ResultRule rule(String aspect, Map<?, ?> rule, String name) throws InputFault {
      if (string(rule, "line").isEmpty() || string(rule, "is").isEmpty()) {
        throw fault(name + ": a result has a 'line' by which it is known, and an 'is'");
      }
      return new ResultRule(
          aspect, pattern(string(rule, "line")), string(rule, "is"), grade(rule, name));
    }

    private Grade grade(Map<?, ?> rule, String name) throws InputFault {
      for (Grade grade : Grade.values()) {
        if (grade.word().equals(string(rule, "grade"))) {
          return grade;
        }
      }
      throw fault(name + ": a result's grade is 'acceptable', 'interesting' or 'forbidden'");
    }

    private Kind kind(Map<?, ?> entry, String name) throws InputFault {
      return switch (string(entry, "kind")) {
        case "", "waits" -> Kind.WAITS;
        case "cpu" -> Kind.CPU;
        default -> throw fault(name + ": kind is 'waits' or 'cpu'");
      };
    }

    private Agreement agreement(Map<?, ?> entry, String name) throws InputFault {
      return switch (string(entry, "lines")) {
        case "", "same" -> new Agreement.SameLines();
        case "differ" -> new Agreement.DifferentLines(why(entry, name));
        default -> throw fault(name + ": lines is 'same' or 'differ'");
      };
    }

    private String why(Map<?, ?> entry, String name) throws InputFault {
      String why = string(entry, "why");
      if (why.isEmpty()) {
        throw fault(name + ": 'lines: differ' needs a 'why'");
      }
      return why;
    }

    private List<Pattern> masks(Map<?, ?> entry) throws InputFault {
      var masks = new ArrayList<Pattern>();
      for (Object mask : list(entry.get("mask"))) {
        masks.add(pattern(mask));
      }
      return masks;
    }

    private Pattern pattern(Object regex) throws InputFault {
      try {
        return Pattern.compile(String.valueOf(regex));
      } catch (PatternSyntaxException e) {
        throw fault("pattern '" + regex + "': " + e.getDescription());
      }
    }

    private Map<?, ?> map(@Nullable Object value, String what) throws InputFault {
      if (value instanceof Map<?, ?> map) {
        return map;
      }
      throw fault(what + " is not a mapping of names to values");
    }

    private List<?> list(@Nullable Object value) throws InputFault {
      if (value == null || value instanceof List<?>) {
        return value == null ? List.of() : (List<?>) value;
      }
      throw fault("'" + value + "' stands where a list is expected");
    }

    private static String string(Map<?, ?> map, String key) {
      Object value = map.get(key);
      return value == null ? "" : value.toString();
    }

    private InputFault fault(String problem) {
      return InputFault.usage(lesson + ": " + problem, "Mend the front matter of that lesson.");
    }
  }
}
