package duet.scenario.declared;

import duet.scenario.InputFault;
import duet.scenario.SimilarNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// A file that declares something in YAML. Every error message names the file.
public record YamlFile(Path file) {
  /// Reads YAML text.
  ///
  /// @param what what to call the text in an error message
  /// @throws InputFault when it is not YAML, or no mapping
  public Map<?, ?> load(String yaml, String what) throws InputFault {
    try {
      return map(
          new Load(LoadSettings.builder().setLabel(file.toString()).build()).loadFromString(yaml),
          what);
    } catch (YamlEngineException e) {
      throw fault(String.valueOf(e.getMessage()));
    }
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
      return Pattern.compile(String.valueOf(regex));
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
    return InputFault.usage(file + ": " + problem, "Fix the file and try again.");
  }
}
