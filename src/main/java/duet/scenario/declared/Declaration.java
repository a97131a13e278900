package duet.scenario.declared;

import duet.scenario.Expectations;
import duet.scenario.Grade;
import duet.scenario.InputFault;
import duet.scenario.Kind;
import duet.scenario.LineAgreement;
import duet.scenario.Question;
import duet.scenario.ResultRule;
import duet.scenario.Scenario;
import duet.scenario.ScriptNeeds;
import duet.scenario.SeriesDeclaration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The declaration of one scenario, in its module's lesson or in a file beside its scripts.
///
/// @param name the scenario's name
public record Declaration(
    String name,
    String title,
    Kind kind,
    LineAgreement agreement,
    List<Pattern> masks,
    SeriesDeclaration series,
    Expectations expectations,
    ScriptNeeds needs,
    List<Question> questions) {
  private static final String INPUT = "input";
  private static final String PREVIEW = "enable_preview";
  private static final String CLASS_PATH = "class_path";
  private static final String EXPLORE = "explore";

  private static final List<String> KEYS =
      List.of(
          "name",
          "title",
          "kind",
          "lines",
          "why",
          "mask",
          "sweep",
          EXPLORE,
          "results",
          "expect",
          "predict",
          INPUT,
          PREVIEW,
          CLASS_PATH);

  /// Each script of an exercise is judged alone.
  private static final LineAgreement OF_EXERCISES =
      new LineAgreement.DifferentLines("each script is judged alone");

  /// The keys of an exercise. Each of its scripts is judged alone, and there is nothing to predict
  /// or to sweep.
  private static final List<String> KEYS_OF_EXERCISES =
      List.of(
          "name",
          "title",
          "kind",
          "mask",
          "results",
          "expect",
          EXPLORE,
          "task",
          "hints",
          INPUT,
          PREVIEW,
          CLASS_PATH);

  /// An empty declaration.
  public static Declaration none(String name) {
    return new Declaration(
        name,
        "",
        Kind.WAITS,
        new LineAgreement.Undeclared(),
        List.of(),
        SeriesDeclaration.NONE,
        Expectations.NONE,
        ScriptNeeds.NONE,
        List.of());
  }

  /// The scenario that has this declaration.
  public Scenario scenario(String module, Map<String, Path> files) {
    return new Scenario(name, title, module, kind, agreement, masks, series, expectations, files)
        .needing(needs);
  }

  /// Reads an entry. What is wrong with it, [YamlFile#finish] tells.
  ///
  /// @param lanes the ids of the lanes
  /// @param whenSilent what holds for its lines where the entry says nothing
  public static Declaration of(
      YamlFile entries,
      List<String> lanes,
      String name,
      Map<?, ?> entry,
      LineAgreement whenSilent) {
    entries.checkKeys(entry, KEYS, name, ExpectationsReader.OF_ALL, "expect");
    return new DeclarationReader(entries, lanes, name, entry).read(whenSilent);
  }

  /// Reads the entry of an exercise.
  static Declaration ofExercise(
      YamlFile entries, List<String> lanes, String name, Map<?, ?> entry) {
    entries.checkKeys(
        entry, KEYS_OF_EXERCISES, "exercise " + name, ExpectationsReader.OF_ALL, "expect");
    return new DeclarationReader(entries, lanes, name, entry).read(OF_EXERCISES);
  }

  private record DeclarationReader(
      YamlFile entries, List<String> lanes, String name, Map<?, ?> entry) {
    Declaration read(LineAgreement whenSilent) {
      List<ResultRule> rules = part("results", List.of(), this::rules);
      return new Declaration(
          name,
          part("title", "", () -> text("title")),
          part("kind", Kind.WAITS, this::kind),
          part("lines", whenSilent, () -> agreement(whenSilent)),
          part("mask", List.of(), this::masks),
          new SeriesDeclaration(
              part("sweep", List.of(), this::threads),
              rules,
              part(EXPLORE, List.of(), this::exploring)),
          part("expect", Expectations.NONE, this::expectations),
          new ScriptNeeds(
              part(INPUT, Optional.empty(), this::input),
              part(PREVIEW, false, this::preview),
              part(CLASS_PATH, List.of(), this::classPath)),
          part(
              "predict",
              List.of(),
              () -> new QuestionReader(entries, rules, lanes).read(entry.get("predict"))));
    }

    private <T> T part(String key, T otherwise, YamlFile.PartReader<T> reader) {
      return entries.part(entry, key, otherwise, reader);
    }

    private Expectations expectations() throws InputFault {
      return entry.get("expect") == null
          ? Expectations.NONE
          : ExpectationsReader.read(
              entries, entries.map(entry.get("expect"), name + ": 'expect'"), lanes);
    }

    private Kind kind() throws InputFault {
      return switch (text("kind")) {
        case "", "waits" -> Kind.WAITS;
        case "cpu" -> Kind.CPU;
        default -> throw fault("kind is 'waits' or 'cpu'");
      };
    }

    private LineAgreement agreement(LineAgreement whenSilent) throws InputFault {
      return switch (text("lines")) {
        case "" -> whenSilent;
        case "same" -> new LineAgreement.SameLines();
        case "differ" -> new LineAgreement.DifferentLines(why());
        default -> throw fault("lines is 'same' or 'differ'");
      };
    }

    private String why() throws InputFault {
      if (text("why").isEmpty()) {
        throw fault("'lines: differ' needs a 'why'");
      }
      return text("why");
    }

    private List<Pattern> masks() throws InputFault {
      var masks = new ArrayList<Pattern>();
      List<?> list = entries.list(entry.get("mask"));
      for (int i = 0; i < list.size(); i++) {
        Object mask = list.get(i);
        entries.part(list, i, false, () -> masks.add(entries.pattern(mask)));
      }
      return masks;
    }

    private List<Integer> threads() throws InputFault {
      var threads = new ArrayList<Integer>();
      for (Object number : entries.list(entry.get("sweep"))) {
        if (!String.valueOf(number).matches("[1-9]\\d{0,8}")) {
          throw fault("'sweep' is a list of numbers of threads, such as [1, 2, 4]");
        }
        threads.add(Integer.valueOf(number.toString()));
      }
      return threads;
    }

    private List<String> exploring() throws InputFault {
      var arguments = new ArrayList<String>();
      entries.list(entry.get(EXPLORE)).forEach(one -> arguments.add(String.valueOf(one)));
      return arguments;
    }

    private List<ResultRule> rules() throws InputFault {
      var rules = new ArrayList<ResultRule>();
      if (entry.get("results") != null) {
        Map<?, ?> aspects = entries.map(entry.get("results"), name + ": 'results'");
        for (var aspect : aspects.entrySet()) {
          String key = String.valueOf(aspect.getKey());
          rules.addAll(entries.part(aspects, key, List.of(), () -> rules(key, aspect.getValue())));
        }
      }
      return rules;
    }

    private List<ResultRule> rules(String aspect, @Nullable Object declared) throws InputFault {
      var rules = new ArrayList<ResultRule>();
      List<?> list = entries.list(declared);
      for (int i = 0; i < list.size(); i++) {
        Object rule = list.get(i);
        entries.part(
            list,
            i,
            false,
            () -> rules.add(rule(aspect, entries.map(rule, name + ": each result"))));
      }
      return rules;
    }

    private ResultRule rule(String aspect, Map<?, ?> rule) throws InputFault {
      String line = entries.text(rule, "line");
      String is = entries.text(rule, "is");
      if (line.isEmpty() || is.isEmpty()) {
        throw fault("a result needs a 'line' that identifies it, and an 'is' that names it");
      }
      for (Grade grade : Grade.values()) {
        if (grade.word().equals(entries.text(rule, "grade"))) {
          return new ResultRule(aspect, entries.pattern(line), is, grade);
        }
      }
      throw fault("a result's grade is 'acceptable', 'interesting' or 'forbidden'");
    }

    private Optional<String> input() throws InputFault {
      return entry.get(INPUT) == null ? Optional.empty() : Optional.of(text(INPUT));
    }

    private boolean preview() throws InputFault {
      return switch (text(PREVIEW)) {
        case "true" -> true;
        case "", "false" -> false;
        default -> throw fault("'" + PREVIEW + "' is true or false");
      };
    }

    private List<Path> classPath() throws InputFault {
      var jars = new ArrayList<Path>();
      Path folder = entries.file().toAbsolutePath().resolveSibling("").normalize();
      for (Object jar : entries.list(entry.get(CLASS_PATH))) {
        String path = entries.text(jar, "'" + CLASS_PATH + "'");
        if (!path.endsWith(".jar")) {
          throw fault("'" + CLASS_PATH + "' is a list of jar files, such as [lib/tool.jar]");
        }
        jars.add(folder.resolve(path).normalize());
      }
      return jars;
    }

    private String text(String key) throws InputFault {
      return entries.text(entry, key);
    }

    private InputFault fault(String problem) {
      return entries.fault(name + ": " + problem);
    }
  }
}
