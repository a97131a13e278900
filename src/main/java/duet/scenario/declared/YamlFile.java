package duet.scenario.declared;

import duet.scenario.InputFault;
import duet.scenario.SimilarNames;
import duet.scenario.file.TextFile;
import duet.scenario.file.VisibleText;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// A file that declares something in YAML. Every error message names the file.
public record YamlFile(Path file) {
  /// How many lists and mappings may be inside each other.
  private static final int DEEPEST = 30;

  /// How many characters and values a declaration may have, aliases counted each time. If each of
  /// thirty lists has the one before twice, they have a billion values.
  private static final int LARGEST = TextFile.LARGEST;

  private static final int LONGEST_PROBLEM = 300;

  /// Reads YAML text.
  ///
  /// @param before how many lines of the file come before the text
  /// @param what what to call the text in an error message
  /// @throws InputFault when it is not YAML, or no mapping
  public Map<?, ?> load(String yaml, int before, String what) throws InputFault {
    Object value;
    try {
      value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    } catch (MarkedYamlEngineException e) {
      String line = e.getProblemMark().map(mark -> line(before + mark.getLine())).orElse("");
      throw fault(line, String.valueOf(e.getProblem()));
    } catch (ReaderException e) {
      String above = yaml.substring(0, Math.max(0, yaml.indexOf(e.getCodePoint())));
      long line = above.chars().filter(c -> c == '\n').count();
      throw fault(line(before + line), "YAML does not allow this character");
    } catch (YamlEngineException e) {
      throw fault(String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      throw tooDeep();
    } catch (RuntimeException e) { // the parser's own fault, such as with "\UFFFFFFFF"
      throw fault("it is not YAML; perhaps it has a character that YAML does not allow");
    }
    measure(value, 0, 0);
    return map(value, what);
  }

  private static String line(long before) {
    return ":" + (before + 1);
  }

  /// Adds the size of a value, which may contain itself, to that of others.
  private int measure(@Nullable Object value, int depth, int others) throws InputFault {
    if (depth > DEEPEST) {
      throw tooDeep();
    }
    int size = others + 1;
    switch (value) {
      case Map<?, ?> map -> {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          size = measure(entry.getValue(), depth + 1, measure(entry.getKey(), depth + 1, size));
        }
      }
      case Collection<?> list -> {
        for (Object element : list) {
          size = measure(element, depth + 1, size);
        }
      }
      case String text -> size += text.length();
      case null, default -> {}
    }
    if (size > LARGEST) {
      throw fault("it declares too much; shorten it");
    }
    return size;
  }

  private InputFault tooDeep() {
    return fault("its lists and mappings are nested too deeply");
  }

  public Map<?, ?> map(@Nullable Object value, String what) throws InputFault {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw fault(what + " is not a mapping of names to values");
  }

  /// A list; empty where nothing is declared.
  ///
  /// @throws InputFault when it is something else
  public List<?> list(@Nullable Object value) throws InputFault {
    if (value == null || value instanceof List<?>) {
      return value == null ? List.of() : (List<?>) value;
    }
    throw fault("'" + value + "' is not a list");
  }

  public Pattern pattern(@Nullable Object regex) throws InputFault {
    try {
      return LinePattern.of(String.valueOf(regex));
    } catch (PatternSyntaxException e) {
      throw fault("pattern '" + regex + "': " + e.getDescription());
    }
  }

  public static String string(Map<?, ?> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : value.toString();
  }

  /// Refuses unknown keys, which are probably mistyped.
  ///
  /// @throws InputFault for the first of them, with similar keys
  public void checkKeys(Map<?, ?> map, List<String> known, String what) throws InputFault {
    for (Object key : map.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        List<String> near = SimilarNames.to(String.valueOf(key), known);
        throw fault(
            what
                + " has no '"
                + key
                + "'; "
                + (near.isEmpty()
                    ? "there are " + String.join(", ", new TreeSet<>(known))
                    : "did you mean " + String.join(" or ", near) + "?"));
      }
    }
  }

  public InputFault fault(String problem) {
    return fault("", problem);
  }

  /// @param line the number of the line after a colon; empty where it is not known
  private InputFault fault(String line, String problem) {
    String told =
        problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM) + "…";
    return InputFault.usage(
        VisibleText.of(file) + line + ": " + VisibleText.of(told), "Fix the file and try again.");
  }
}
