package duet.scenario.declared;

import duet.scenario.InputFault;
import duet.scenario.LaneGroup;
import duet.scenario.SimilarNames;
import duet.scenario.file.VisibleText;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// A file that declares something in YAML, while it is read. Every error message names the file
/// and, where it is known, the line. What is wrong with one [#part] keeps nobody from reading the
/// others: [#finish] tells all of it.
public final class YamlFile {
  private static final int LONGEST_PROBLEM = 300;
  private static final int TOLD_AT_MOST = 20;
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  private final Path file;
  private final YamlValues values = new YamlValues();
  private final Set<String> problems = new LinkedHashSet<>();

  /// The lines of the parts that are being read, the innermost first.
  private final Deque<Integer> places = new ArrayDeque<>();

  private int before;

  /// Reads a part of what is declared.
  ///
  /// @param <T> what it is read as
  @FunctionalInterface
  interface PartReader<T> {
    T read() throws InputFault;
  }

  public YamlFile(Path file) {
    this.file = file;
  }

  /// The file.
  Path file() {
    return file;
  }

  /// Reads YAML text.
  ///
  /// @param skipped how many lines of the file come before the text
  /// @param what what to call the text in an error message
  /// @throws InputFault when it is not YAML, or no mapping
  public Map<?, ?> load(String yaml, int skipped, String what) throws InputFault {
    before = skipped;
    try {
      var settings = LoadSettings.builder().setAllowNonScalarKeys(true).build();
      Node node = new Compose(settings).composeString(yaml).orElse(null);
      return map(node == null ? null : values.of(node), what);
    } catch (YamlValues.ImpossibleValue e) {
      throw fault(e.line, String.valueOf(e.getMessage()));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine()).orElse(-1);
      throw fault(line, String.valueOf(e.getProblem()));
    } catch (ReaderException e) {
      String above = yaml.substring(0, Math.max(0, yaml.indexOf(e.getCodePoint())));
      int line = (int) above.chars().filter(c -> c == '\n').count();
      throw fault(line, "YAML does not allow this character");
    } catch (YamlEngineException e) {
      throw fault(-1, String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      throw fault(-1, "its lists and mappings are nested too deeply");
    } catch (RuntimeException e) { // the parser's own fault, such as with "\UFFFFFFFF"
      throw fault(-1, "it is not YAML; perhaps it has a character that YAML does not allow");
    }
  }

  /// Reads a part, and keeps what is wrong with it for [#finish].
  ///
  /// @param whole the mapping or list that has the part
  /// @param key its key or index
  /// @param otherwise what stands for a part that is wrong
  <T> T part(Object whole, Object key, T otherwise, PartReader<T> reader) {
    int line = values.line(whole, key);
    places.push(line >= 0 || places.isEmpty() ? line : places.peek());
    try {
      return reader.read();
    } catch (InputFault fault) {
      problems.add(String.valueOf(fault.getMessage()));
      return otherwise;
    } finally {
      places.pop();
    }
  }

  /// Ends the reading.
  ///
  /// @throws InputFault when something was wrong; it tells everything
  public void finish() throws InputFault {
    if (!problems.isEmpty()) {
      throw InputFault.usage(
          problems.stream().limit(TOLD_AT_MOST).collect(Collectors.joining("\n")),
          "Fix the file and try again.");
    }
  }

  /// The value as a mapping.
  ///
  /// @throws InputFault when it is none
  public Map<?, ?> map(@Nullable Object value, String what) throws InputFault {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw fault(what + " is not a mapping of names to values");
  }

  /// A list; empty where nothing is declared.
  ///
  /// @throws InputFault when it is something else
  List<?> list(@Nullable Object value) throws InputFault {
    if (value == null || value instanceof List<?>) {
      return value == null ? List.of() : (List<?>) value;
    }
    throw fault("'" + value + "' is not a list");
  }

  Pattern pattern(@Nullable Object regex) throws InputFault {
    try {
      return LinePattern.of(text(regex, "a pattern"));
    } catch (PatternSyntaxException e) {
      throw fault("pattern '" + regex + "': " + e.getDescription());
    }
  }

  /// The text of an entry; empty where there is none.
  ///
  /// @throws InputFault when it is a list or a mapping
  String text(Map<?, ?> map, String key) throws InputFault {
    return text(map.get(key), "'" + key + "'");
  }

  /// A value as text, which is as the author wrote it.
  ///
  /// @param what what to call it in an error message
  /// @throws InputFault when it is a list or a mapping, as YAML takes text with a colon for one
  String text(@Nullable Object value, String what) throws InputFault {
    if (value instanceof Map || value instanceof List) {
      throw fault(what + " is text, and " + value + " is not; put it in quotes");
    }
    return value == null ? "" : value.toString();
  }

  /// A value as a finite number; empty where it is none.
  static OptionalDouble number(@Nullable Object value) {
    String text = String.valueOf(value);
    double number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
  }

  /// Tells of unknown keys, which are probably mistyped, with similar ones.
  void checkKeys(Map<?, ?> map, List<String> known, String what) {
    checkKeys(map, known, what, List.of(), "");
  }

  /// The same, where some keys may stand in the wrong place.
  ///
  /// @param elsewhere keys that stand in another place
  /// @param place that place
  void checkKeys(
      Map<?, ?> map, List<String> known, String what, List<String> elsewhere, String place) {
    for (Object key : map.keySet()) {
      String name = String.valueOf(key);
      if (!known.contains(name)) {
        List<String> near = SimilarNames.to(name, known);
        List<String> there = SimilarNames.to(name, elsewhere);
        boolean belongsThere =
            !there.isEmpty()
                && (near.isEmpty()
                    || SimilarNames.isNearer(name, there.getFirst(), near.getFirst()));
        String hint =
            belongsThere
                ? "'" + there.getFirst() + "' belongs below '" + place + "'"
                : LaneGroup.isMisspelt(name)
                    ? "write " + LaneGroup.HINT
                    : near.isEmpty()
                        ? "there are " + String.join(", ", new TreeSet<>(known))
                        : "did you mean " + String.join(" or ", near) + "?";
        part(
            map,
            key,
            known,
            () -> {
              throw fault(what + " has no '" + name + "'; " + hint);
            });
      }
    }
  }

  /// What is wrong with the part that is being read.
  InputFault fault(String problem) {
    return fault(places.isEmpty() ? -1 : places.peek(), problem);
  }

  /// @param line the number of the line in the text, from 0; negative where it is not known
  private InputFault fault(int line, String problem) {
    String told =
        problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM) + "…";
    String place = line < 0 ? "" : ":" + (before + line + 1);
    return InputFault.usage(
        VisibleText.of(file) + place + ": " + VisibleText.of(told), "Fix the file and try again.");
  }
}
